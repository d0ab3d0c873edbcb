import { describe, expect, test } from 'vitest';
import { benchmark, tasksOf } from '../../../shared/benchmarks/join.ts';
import { readBenchmark } from '../../../shared/benchmarks/read-benchmark.ts';
import { taskOf } from '../../../shared/benchmarks/task-of.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import { METHOD_DIMENSIONS, METHOD_NOTES, type MethodLine } from '../../../shared/methodology/method.ts';
import { methodLines } from '../../../shared/methodology/method-lines.ts';

const read = (text: string) => readBenchmark(new TextEncoder().encode(text));
const inspect = (task: string) => read(`name: Owl\nevaluation_framework: inspect-ai\ntasks:\n  - id: owl\n${task.replace(/^/gm, '    ')}`);
const line = (lines: readonly MethodLine[], dimension: string) => lines.find((candidate) => candidate.dimension === dimension);

const NEVER = ['harness', 'few-shot', 'temperature', 'seed', 'stop-sequences', 'samples', 'model-revision', 'provider', 'scoring-code'];

describe('the method card of a score', () => {
	const definition = inspect(
		[
			'config: day',
			'split: test',
			'solvers:',
			'  - name: system_message',
			'    args: { template: "You know owls." }',
			'  - name: generate',
			'scorers:',
			'  - name: model_graded_qa',
			'    args: { model: acme/grader }',
			'epochs: 4',
			'epoch_reducer: mean',
			'shuffle_choices: true',
		].join('\n'),
	);
	const lines = methodLines(benchmark('acme/owl-bench', definition, 'e', 'found'), 'owl');

	test('says what the definition prescribes, with the line of the file', () => {
		expect(lines.filter((candidate) => candidate.state === 'prescribed')).toEqual([
			{ dimension: 'definition', state: 'prescribed', value: 'Owl', source: 'eval.yaml:4' },
			{ dimension: 'framework', state: 'prescribed', value: 'inspect-ai', source: 'eval.yaml' },
			{ dimension: 'config', state: 'prescribed', value: 'day', source: 'eval.yaml:4' },
			{ dimension: 'split', state: 'prescribed', value: 'test', source: 'eval.yaml:4' },
			{ dimension: 'solvers', state: 'prescribed', value: 'system_message → generate', source: 'eval.yaml:8' },
			{ dimension: 'prompt-template', state: 'prescribed', value: 'You know owls.', source: 'eval.yaml:8' },
			{ dimension: 'scorers', state: 'prescribed', value: 'model_graded_qa', source: 'eval.yaml:12' },
			{ dimension: 'judge', state: 'prescribed', value: 'acme/grader', source: 'eval.yaml:12' },
			{ dimension: 'epochs', state: 'prescribed', value: 4, source: 'eval.yaml:4' },
			{ dimension: 'reducer', state: 'prescribed', value: 'mean', source: 'eval.yaml:4' },
			{ dimension: 'shuffle', state: 'prescribed', value: 'true', unit: 'code', source: 'eval.yaml:4', note: 'shuffle-unseeded' },
		]);
	});

	test('says what no result file records', () => {
		expect(lines.filter((candidate) => candidate.state === 'not-recorded').map((candidate) => candidate.dimension)).toEqual(NEVER);
	});

	test('names no judge where none is named: the evaluated model may grade itself', () => {
		const card = (scorers: string) => line(methodLines(benchmark('acme/owl-bench', inspect(`scorers: ${scorers}`)), 'owl'), 'judge');
		expect(card('[{ name: model_graded_fact }]')).toEqual({ dimension: 'judge', state: 'not-recorded', note: 'judge-not-named' });
		expect(card('[{ name: model_graded_fact, args: { model: "" } }]')).toMatchObject({ state: 'not-recorded' });
		expect(card('[{ name: match }]')).toBeUndefined();
	});

	test('names every judge of several', () => {
		const scorers = 'scorers: [{ name: model_graded_qa, args: { model: [a/b, c/d] } }, { name: model_graded_fact }]';
		expect(line(methodLines(benchmark('acme/owl-bench', inspect(scorers)), 'owl'), 'judge')).toMatchObject({
			value: 'a/b, c/d',
			note: 'judge-not-named',
		});
	});

	test('leaves open what the task leaves to its framework', () => {
		const card = methodLines(benchmark('acme/owl-bench', read('evaluation_framework: mteb\ntasks: [{ id: owl }]')), 'owl');
		for (const dimension of ['config', 'split', 'solvers', 'scorers']) {
			expect(line(card, dimension)).toEqual({ dimension, state: 'not-recorded', note: 'left-to-framework' });
		}
		expect(line(card, 'prompt-template')).toEqual({ dimension: 'prompt-template', state: 'not-recorded' });
		expect(line(card, 'epochs')).toBeUndefined();
	});

	test.each([
		['no definition was read', benchmark('acme/owl-bench'), 'owl', 'definition-not-read'],
		['there is none on this host', benchmark('acme/owl-bench', undefined, undefined, 'not-found'), 'owl', 'definition-not-found'],
		['it has no such task', benchmark('acme/owl-bench', definition), 'owls', 'task-not-defined'],
		['the result names no task', benchmark('acme/owl-bench', definition), undefined, 'task-not-named'],
	])('prescribes nothing where %s', (_why, joined, task, note) => {
		const card = methodLines(joined, task);
		expect(card[0]).toEqual({ dimension: 'definition', state: 'not-recorded', note });
		expect(card.filter((candidate) => candidate.state !== 'not-recorded')).toEqual([]);
	});

	test('says what is known of a public benchmark, with its source', () => {
		const card = methodLines(benchmark('idavidrein/GPQA'), 'diamond');
		expect(line(card, 'items')).toMatchObject({ state: 'known', value: 198 });
		expect(line(card, 'chance')).toMatchObject({ state: 'known', value: 0.25, unit: 'share' });
		expect(line(card, 'direction')).toMatchObject({ state: 'known', value: 'higher', unit: 'code' });
		expect(line(card, 'published')).toEqual({
			dimension: 'published',
			state: 'known',
			value: '2023-11',
			source: 'arXiv:2311.12022',
			url: 'https://arxiv.org/abs/2311.12022',
		});
		expect(line(methodLines(benchmark('cais/mmlu'), 'mmlu'), 'label-errors')).toMatchObject({ value: 0.0649, unit: 'share' });
	});

	test('does not give the facts of a whole benchmark to one of several tasks', () => {
		const several = read('evaluation_framework: lm-eval\ntasks: [{ id: anatomy }, { id: virology }]');
		expect(line(methodLines(benchmark('cais/mmlu', several), 'anatomy'), 'items')).toBeUndefined();
		expect(line(methodLines(benchmark('TAUR-Lab/MuSR'), 'musr:team_allocation'), 'items')).toBeUndefined();
		for (const [dataset, task] of [
			['cais/mmlu', 'anatomy'],
			['allenai/ai2_arc', 'ARC-Easy'],
			['EleutherAI/hendrycks_math', 'algebra'],
		] as const) {
			expect(line(methodLines(benchmark(dataset), task), 'items')).toBeUndefined();
		}
		expect(line(methodLines(benchmark('allenai/ai2_arc'), 'arc_challenge'), 'items')).toMatchObject({ value: 1172 });
		expect(line(methodLines(benchmark('cais/mmlu', read('tasks: [{ id: all }]')), 'all'), 'items')).toMatchObject({ value: 14_042 });
	});
});

describe('the tasks of a benchmark', () => {
	test('are those of its own definition first', () => {
		expect(tasksOf(benchmark('cais/hle', read('evaluation_framework: mteb\ntasks: [{ id: a }, { id: a }, { split: b }]')))).toEqual(['a']);
	});

	test('else those of the registry, where all of them are known', () => {
		expect(tasksOf(benchmark('cais/hle'))).toEqual(['hle']);
		expect(tasksOf(benchmark('hf-audio/open-asr-leaderboard'))).toBeUndefined();
		expect(tasksOf(benchmark('cais/mmlu'))).toBeUndefined();
		expect(tasksOf(benchmark('acme/owl-bench'))).toBeUndefined();
	});

	test('are not judged by a definition that could not be read to its end', () => {
		expect(tasksOf(benchmark('acme/owl-bench', read('evaluation_framework: mteb\ntasks:\n  - id: a\n  - id: "b\n')))).toBeUndefined();
	});

	test('are found by their id as written', () => {
		const joined = benchmark('Idavidrein/gpqa', read('evaluation_framework: mteb\ntasks: [{ id: diamond, split: train }]'));
		expect(taskOf(joined, 'diamond')).toMatchObject({ task: { split: 'train' }, known: { name: 'GPQA Diamond' } });
		for (const id of ['Diamond', 'gpqa_diamond', '', undefined]) expect(taskOf(joined, id)).toEqual({});
	});
});

describe('the words of a method card', () => {
	const say = words(bundled, 'en');

	test.each(METHOD_DIMENSIONS)('name %s', (dimension) => {
		expect(say.code('method', dimension)).not.toBe('');
	});

	test.each(METHOD_NOTES)('explain %s', (note) => {
		expect(say.code('method_note', note)).not.toBe('');
	});

	test.each(['prescribed', 'known', 'not-recorded'])('explain %s, and what it does not show', (state) => {
		expect(say.code('method_state', state)).not.toBe('');
		expect(say.code('method_state', state, {}, '_more')).not.toBe('');
	});

	test.each(['true', 'false', 'higher', 'lower'])('say %s', (value) => {
		expect(say.code('method_value', value)).not.toBe('');
	});
});
