import { expect, it } from 'vitest';
import { readResults } from '../../../shared/results/read-results.ts';
import { scaleIssues } from '../../../shared/results/scale-issues.ts';

type Entry = readonly [dataset: string, task: string, value: string];

/** Values that are doubted, with the one beside each. */
function doubted(...entries: readonly Entry[]): [string | number | undefined, string | number | undefined][] {
	const text = entries.map(([id, task, value]) => `- dataset: {id: ${id}, task_id: ${task}}\n  value: ${value}\n`).join('');
	const { results } = readResults(new TextEncoder().encode(text), { evidence: 'e', tasksOf: () => undefined });
	return [...scaleIssues(results).values()].map(({ params }) => [params.value, params.other]);
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
