import { expect, it } from 'vitest';
import { scaleMixed } from '../../../shared/distribution/detectors/scale-mixed.ts';
import { readResults } from '../../../shared/results/read-results.ts';

type Entry = readonly [dataset: string, task: string, value: string];

/** Values that are doubted, with the one beside each. */
function doubted(...entries: readonly Entry[]): [string | number | undefined, string | number | undefined][] {
	const text = entries.map(([id, task, value]) => `- dataset: {id: ${id}, task_id: ${task}}\n  value: ${value}\n`).join('');
	const { results } = readResults(new TextEncoder().encode(text), { evidence: 'e', tasksOf: () => undefined });
	return [...scaleMixed(results).values()].map(({ params }) => [params.value, params.other]);
}

it('doubts a fraction beside a percentage of one task', () => {
	expect(doubted(['a/b', 't', '0.9'], ['A/B', 't', '31.5'])).toEqual([['0.9', '31.5']]);
});

it('doubts a fraction with two decimals beside percentages of other tasks', () => {
	expect(doubted(['a/b', 't', '0.44'], ['a/b', 'u', '44.2'])).toEqual([['0.44', '44.2']]);
	expect(doubted(['a/b', 't', '0.4'], ['a/b', 'u', '44.2'])).toEqual([]);
});

it('doubts nothing where tasks measure different things', () => {
	expect(doubted(['a/b', 'mean_wer', '0.61'], ['a/b', 'rtfx', '3386.02'])).toEqual([]);
	expect(doubted(['a/b', 'mean_wer', '6.05'], ['a/b', 'rtfx', '3386.02'])).toEqual([]);
});

it('doubts nothing between benchmarks, below zero, at zero, near one, or with a percent sign', () => {
	expect(doubted(['a/b', 't', '0.44'], ['a/c', 't', '44.2'])).toEqual([]);
	expect(doubted(['a/b', 't', '0'], ['a/b', 't', '-0.44'], ['a/b', 't', '44.2'])).toEqual([]);
	expect(doubted(['a/b', 't', '0.98'], ['a/b', 't', '1.2'])).toEqual([]);
	expect(doubted(['a/b', 't', '0.44%'], ['a/b', 't', '44.2'])).toEqual([]);
	expect(doubted(['a/b', 't', '0.44'])).toEqual([]);
});

it('points at the value itself', () => {
	const text = '- dataset: {id: a/b, task_id: t}\n  value: 72.7\n- dataset: {id: a/b, task_id: t}\n  date: "2026-01-01"\n  value: 0.712\n';
	const { results } = readResults(new TextEncoder().encode(text), { evidence: 'e', tasksOf: () => undefined });
	expect([...scaleMixed(results).values()].map(({ line, column, pointer }) => [line, column, pointer])).toEqual([[5, 10, '/1/value']]);
});
