import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KNOWN_FRAMEWORKS } from '../../../shared/benchmarks/frameworks.ts';
import { readBenchmark } from '../../../shared/benchmarks/read-benchmark.ts';

const folder = new URL('../../fixtures/benchmarks/', import.meta.url);
const fixture = (name: string) => readBenchmark(readFileSync(new URL(name, folder)));
const read = (text: string) => readBenchmark(new TextEncoder().encode(text));
const codes = (text: string) => read(text).issues.map((issue) => issue.code);

const VALID = ['graded-by-model.yaml', 'multiple-choice.yaml', 'own-framework.yaml'];

describe('a benchmark definition', () => {
	test('is read with all that it prescribes, and on which line', () => {
		expect(fixture('graded-by-model.yaml')).toEqual({
			name: 'Harbour Logbooks',
			description: 'Questions on hand-written logbooks of a harbour office. The answer is free text.\n',
			framework: 'inspect-ai',
			tasks: [
				{
					id: 'logbooks',
					config: 'default',
					split: 'test',
					fieldSpec: { input: 'question', input_image: 'scan', target: 'answer', metadata: ['harbour', 'year'] },
					epochs: 4,
					epochReducer: 'at_least_2',
					solvers: [
						{ name: 'system_message', args: { template: 'Answer in one line.\nThen give your confidence in percent.\n' }, line: 21 },
						{ name: 'generate', args: {}, line: 26 },
					],
					scorers: [{ name: 'model_graded_fact', args: { model: 'acme/grader-2' }, line: 29 }],
					line: 7,
				},
			],
			issues: [],
		});
	});

	test('may call its scorers scores, as the documentation of the Hub does, and be written in one line', () => {
		const { tasks, issues } = fixture('multiple-choice.yaml');
		expect(issues).toEqual([]);
		expect(tasks.map((task) => task.scorers.map((step) => step.name))).toEqual([['choice'], ['choice', 'model_graded_qa']]);
		expect(tasks[0]).toMatchObject({ id: 'knots/easy', shuffleChoices: true, solvers: [{ name: 'multiple_choice', args: { cot: true } }] });
		expect(tasks[1]?.fieldSpec).toEqual({ input: 'question', target: 0, choices: 'options' });
	});

	test('says nothing that its file does not say', () => {
		const [task] = fixture('own-framework.yaml').tasks;
		expect(task).toEqual({ id: 'berths_%_assigned', solvers: [], scorers: [], line: 5 });
	});

	test('keeps the name of a task beside its id', () => {
		expect(fixture('own-framework.yaml').tasks[1]).toMatchObject({ id: 'waiting_time', name: 'Waiting time (min)' });
	});

	test('of the older layout is read under the names of today', () => {
		const { tasks, issues } = fixture('old-format.yaml');
		expect(tasks).toMatchObject([{ id: 'buoys', config: 'north', split: 'test' }]);
		expect(tasks[0]).not.toHaveProperty('name');
		expect(issues.map(({ line, params }) => [line, params.field, params.instead])).toEqual([
			[5, 'name', 'id'],
			[6, 'subset', 'config'],
			[7, 'splits', 'split'],
		]);
	});

	test('with values of other kinds is read as far as they mean something', () => {
		const { tasks, issues } = fixture('wrong-type.yaml');
		expect(tasks).toEqual([
			{
				id: '2026',
				epochReducer: 'best',
				solvers: [{ name: 'generate', args: {}, line: 12 }],
				scorers: [{ name: 'match', args: {}, line: 14 }],
				line: 5,
			},
		]);
		expect(issues.map(({ code, line, pointer }) => `${code} ${line} ${pointer}`)).toEqual([
			'wrong-type 5 /tasks/0/id',
			'wrong-type 6 /tasks/0/split',
			'wrong-type 7 /tasks/0/field_spec',
			'wrong-type 8 /tasks/0/shuffle_choices',
			'wrong-type 9 /tasks/0/epochs',
			'wrong-type 10 /tasks/0/epoch_reducer',
			'wrong-type 12 /tasks/0/solvers',
			'wrong-type 15 /tasks/0/scorers/0/args',
			'wrong-type 16 /tasks/0/scorers/1',
		]);
	});

	test('with bare names as solvers and scorers has those steps', () => {
		const { tasks } = fixture('step-as-text.yaml');
		expect(tasks[0]?.solvers).toEqual([
			{ name: 'prompt_template', args: {}, line: 6 },
			{ name: 'generate', args: {}, line: 6 },
		]);
		expect(tasks[0]?.scorers).toEqual([{ name: 'match', args: {}, line: 8 }]);
	});

	test('with solvers beside its tasks applies them to none', () => {
		expect(fixture('wrong-level.yaml').tasks).toEqual([{ id: 'tides', solvers: [], scorers: [], line: 5 }]);
	});

	test('says where a task was defined first', () => {
		const { tasks, issues } = fixture('duplicate-task-id.yaml');
		expect(tasks.map((task) => task.split)).toEqual(['dev', 'test']);
		expect(issues).toMatchObject([{ code: 'duplicate-task-id', line: 7, pointer: '/tasks/1', params: { task: 'tides', first: 5 } }]);
	});

	test('keeps a task without id, and a bare task id', () => {
		expect(fixture('task-without-id.yaml').tasks).toMatchObject([{ id: 'tides' }, { id: '', split: 'test' }]);
		expect(read('evaluation_framework: mteb\ntasks: [tides, [x], null]').tasks).toEqual([
			{ id: 'tides', solvers: [], scorers: [], line: 2 },
		]);
	});

	test('names an unknown framework as information, with the rest read', () => {
		const { framework, tasks, issues } = fixture('unknown-framework.yaml');
		expect(framework).toBe('tidebench');
		expect(tasks).toHaveLength(1);
		expect(issues).toMatchObject([
			{ code: 'unknown-framework', severity: 'info', line: 3, column: 23, params: { framework: 'tidebench' } },
		]);
	});

	test('knows the thirty frameworks', () => {
		expect(KNOWN_FRAMEWORKS.size).toBe(30);
		for (const framework of KNOWN_FRAMEWORKS) expect(codes(`evaluation_framework: ${framework}\ntasks: [{ id: a }]`)).toEqual([]);
	});

	test('names the field that was probably meant', () => {
		const { issues } = fixture('unknown-field.yaml');
		expect(issues.map(({ line, params }) => [line, params.field, params.suggestion])).toEqual([
			[4, 'licence', 'name, description, evaluation_framework, tasks'],
			[7, 'splitt', 'split'],
			[8, 'seed', expect.stringMatching(/epoch_reducer$/)],
		]);
	});

	test('names an item of a list by the list, and cuts long texts', () => {
		const { issues } = read(`evaluation_framework: ${'x'.repeat(500)}\ntasks: [{ id: a, solvers: [[x]] }, [y]]`);
		expect(issues.map(({ params }) => params.field ?? params.framework)).toEqual([`${'x'.repeat(79)}…`, 'solvers[0]', 'tasks[1]']);
	});

	test('ignores a null as if it were not written', () => {
		expect(read('name: ~\nevaluation_framework: mteb\ntasks:\n  - id: a\n    config: null\n    solvers:\n').tasks).toEqual([
			{ id: 'a', solvers: [], scorers: [], line: 4 },
		]);
	});

	test.each([
		['nothing', '', ['missing-tasks']],
		['a comment', '# later\n', ['missing-tasks']],
		['a text', 'eval', ['not-a-mapping']],
		['a list', '- id: a\n', ['not-a-mapping']],
		['no tasks', 'evaluation_framework: mteb\n', ['missing-tasks']],
		['a step without name', 'evaluation_framework: mteb\ntasks: [{ id: a, solvers: [{ args: {} }] }]', ['wrong-type']],
		['a step whose name is a list', 'evaluation_framework: mteb\ntasks: [{ id: a, solvers: [{ name: [x] }] }]', ['wrong-type']],
		['an unknown field of a task', 'evaluation_framework: mteb\ntasks: [{ id: a, seed: 1 }]', ['unknown-field']],
		['a framework that is a list', 'evaluation_framework: [mteb]\ntasks: [{ id: a }]', ['wrong-type']],
		['a task that is an alias', 'evaluation_framework: &a mteb\ntasks: [*a]', ['yaml-alias', 'wrong-type']],
	])('of %s has an issue and no exception', (_what, text, expected) => {
		expect(codes(text)).toEqual(expected);
	});

	test('after a syntax error still has what stands before and after it', () => {
		const { name, tasks, issues } = read('name: Tides\nevaluation_framework: "mteb\ntasks:\n  - id: tides\n');
		expect(name).toBe('Tides');
		expect(tasks.map((task) => task.id)).toEqual(['tides']);
		expect(issues.map((issue) => issue.code)).toContain('yaml-syntax');
	});

	test('repeats one kind of finding a hundred times at most', () => {
		const fields = Array.from({ length: 5000 }, (_, index) => `field_${index}: 1\n`).join('');
		const { issues } = read(`evaluation_framework: mteb\ntasks: [{ id: a }]\n${fields}`);
		expect(issues).toHaveLength(100);
	});

	test('may be as large as those of benchmarks with a task per language', () => {
		const tasks = Array.from({ length: 12_000 }, (_, index) => `  - id: task_${index}\n    config: lang_${index}\n`).join('');
		const { tasks: found, issues } = read(`name: Many\nevaluation_framework: mteb\ntasks:\n${tasks}`);
		expect(found).toHaveLength(12_000);
		expect(issues).toEqual([]);
	});
});

describe('the fixtures of issues', () => {
	test.each(readdirSync(folder).filter((name) => !VALID.includes(name)))('%s shows its issue', (name) => {
		expect(fixture(name).issues.map((issue) => issue.code)).toContain(name.replace('.yaml', ''));
	});

	test.each(VALID)('%s has none', (name) => {
		expect(fixture(name).issues).toEqual([]);
	});
});
