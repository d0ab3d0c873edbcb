import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBenchmark } from '../../../shared/benchmarks/read-benchmark.ts';

/** Definitions as they stand on the Hub: beside the checkout, not in it. */
const folder = new URL('../../../../shared/data/eval_yaml/', import.meta.url);
const there = existsSync(folder);

interface Expected {
	/** Task id → solvers / scorers. */
	readonly tasks: Readonly<Record<string, string>>;
	readonly framework?: string;
	readonly issues: readonly string[];
}

/** Written down after reading each file. */
const EXPECTED: Readonly<Record<string, Expected>> = {
	'MathArena__aime_2026.yaml': { framework: 'math-arena', tasks: { 'MathArena/aime_2026': ' / ' }, issues: [] },
	'TAUR-Lab__MuSR.yaml': {
		framework: 'inspect-ai',
		tasks: { 'musr:murder_mysteries': 'prompt_template, multiple_choice / choice' },
		issues: [],
	},
	'allenai__olmOCR-bench.yaml': {
		framework: 'olmocr-bench',
		tasks: { overall: ' / ', arxiv_math: ' / ', table_tests: ' / ', baseline: ' / ' },
		issues: [],
	},
	'cais__hle.yaml': { framework: 'inspect-ai', tasks: { hle: 'system_message, generate / model_graded_fact' }, issues: [] },
	'internlm__WildClawBench.yaml': { framework: 'wildclawbench', tasks: { overall: ' / ', avg_time: ' / ', avg_cost: ' / ' }, issues: [] },
	'mteb__arguana.yaml': { framework: 'mteb', tasks: { ArguAna: ' / ', ArguAna_default_test: ' / ' }, issues: [] },
	'old_format__GSM-Plus.yaml': {
		tasks: {},
		issues: ['wrong-level 2', 'missing-framework 2', 'missing-tasks 2', 'wrong-level 3', 'unknown-field 4'],
	},
	'old_format__OpenEvals_SimpleQA.yaml': {
		tasks: { simpleqa: ' / ' },
		issues: [
			'missing-framework 2',
			'unknown-field 4',
			'unknown-field 5',
			'unknown-field 6',
			'unknown-field 7',
			'old-format 9',
			'old-format 10',
			'old-format 11',
		],
	},
};

describe.skipIf(!there)('a definition as it stands on the Hub', () => {
	const files = there ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
	const read = (name: string) => readBenchmark(readFileSync(new URL(name, folder)));

	test('is expected for every file that is there', () => {
		expect(files.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
	});

	test.each(files)('%s', (name) => {
		const { framework, tasks, issues } = read(name);
		const names = (steps: readonly { readonly name: string }[]) => steps.map((step) => step.name).join(', ');
		expect({
			...(framework !== undefined && { framework }),
			tasks: Object.fromEntries(tasks.map((task) => [task.id, `${names(task.solvers)} / ${names(task.scorers)}`])),
			issues: issues.map(({ code, line }) => `${code} ${line}`),
		}).toEqual(EXPECTED[name]);
	});

	test('cais/hle names its judge and its prompt', () => {
		const [task] = read('cais__hle.yaml').tasks;
		expect(task?.scorers[0]?.args).toEqual({ model: 'openai/o3-mini' });
		expect(task?.solvers[0]?.args.template).toMatch(/^Your response should be in the following format:\nExplanation: \{your/);
		expect(task?.fieldSpec).toEqual({ input: 'question', input_image: 'image', target: 'answer' });
	});

	test('TAUR-Lab/MuSR says how its runs become one score', () => {
		expect(read('TAUR-Lab__MuSR.yaml').tasks[0]).toMatchObject({ split: 'murder_mysteries', epochReducer: 'pass_at_1' });
	});

	test('of mteb leaves open what its overall task covers', () => {
		expect(read('mteb__arguana.yaml').tasks[0]).toEqual({ id: 'ArguAna', solvers: [], scorers: [], line: 6 });
	});
});
