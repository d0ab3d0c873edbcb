import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import catalogue from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { readBenchmark } from '../../../shared/benchmarks/read-benchmark.ts';
import { scaleMixed } from '../../../shared/distribution/detectors/scale-mixed.ts';
import { conflictingValues } from '../../../shared/results/conflicting-values.ts';
import { withHostWord } from '../../../shared/results/host-word.ts';
import { ISSUE_SEVERITY, type Issue, type IssueCode } from '../../../shared/results/issue.ts';
import { readModelIndex } from '../../../shared/results/model-index/read-model-index.ts';
import { readResults, type Where } from '../../../shared/results/read-results.ts';
import type { EvalResult } from '../../../shared/results/result.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { FIXTURE_TASKS, RESULT_FIXTURES } from './fixtures.ts';

const folder = new URL('../../fixtures/', import.meta.url);
const where: Where = { evidence: 'e', tasksOf: (dataset) => FIXTURE_TASKS[dataset.toLowerCase()] };
const fixture = (name: string) => readResults(readFileSync(new URL(`results/${name}`, folder)), where);
const read = (text: string) => readResults(new TextEncoder().encode(text), where);
const only = (text: string): EvalResult => {
	const { results } = read(text);
	expect(results).toHaveLength(1);
	return results[0]!;
};

function issuesOf(name: string): { entry: string; issue: Issue }[] {
	const { results, issues } = fixture(name);
	const mixed = scaleMixed(results);
	return [
		...issues.map((issue) => ({ entry: 'file', issue })),
		...results.flatMap((result) =>
			[...result.issues, ...(mixed.has(result.id) ? [mixed.get(result.id)!] : [])].map((issue) => ({ entry: String(result.index), issue })),
		),
	];
}

describe('fixtures', () => {
	it.each(Object.entries(RESULT_FIXTURES))('%s', (name, { values, issues }) => {
		expect(
			fixture(name).results.map(({ value, valueText }) =>
				valueText === undefined ? null : value === undefined ? `${valueText}!` : valueText,
			),
		).toEqual(values);
		expect(issuesOf(name).map(({ entry, issue }) => `${entry}: ${issue.code} ${issue.pointer} ${issue.line}:${issue.column}`)).toEqual(
			issues,
		);
	});

	it('are all listed', () => {
		expect(readdirSync(new URL('results/', folder)).sort()).toEqual(Object.keys(RESULT_FIXTURES).sort());
	});
});

describe('every issue code', () => {
	const seen = new Map<IssueCode, Issue[]>();
	const note = (issue: Issue): unknown => seen.set(issue.code, [...(seen.get(issue.code) ?? []), issue]);
	for (const name of Object.keys(RESULT_FIXTURES)) for (const { issue } of issuesOf(name)) note(issue);
	for (const name of readdirSync(new URL('benchmarks/', folder)))
		readBenchmark(readFileSync(new URL(`benchmarks/${name}`, folder))).issues.map(note);

	// What no single result file can show: a card's own, and what files say beside each other or beside their host.
	const card = readModelIndex(readFileSync(new URL('cards/kestrel.md', folder)), 'card').results;
	for (const { issues } of card) for (const issue of issues) note(issue);
	const [one, other] = ['71.4', '69.2'].map((value, n) =>
		readResults(new TextEncoder().encode(resultFile({ dataset: 'a/b', task: 'c', value })), { evidence: `${n}`, tasksOf: () => undefined }),
	);
	const both = [...(one?.results ?? []), ...(other?.results ?? [])];
	const facts = { canonical: (dataset: string) => dataset, tasksOf: () => undefined };
	for (const issue of conflictingValues(both, facts, () => 'accepted').values()) note(issue);
	for (const says of [{ refuses: 'expected string' }, { shows: [] }]) {
		const { issues, results } = withHostWord({ results: both, issues: [] }, says);
		for (const issue of [...issues, ...results.flatMap((result) => result.issues)]) note(issue);
	}

	it.each(Object.keys(ISSUE_SEVERITY) as IssueCode[])('%s has a fixture and words that its parameters fill', (code) => {
		const issues = seen.get(code) ?? [];
		expect(issues.length).toBeGreaterThan(0);
		const messages: Readonly<Record<string, { message: string } | undefined>> = catalogue;
		const key = `issue_${code.replaceAll('-', '_')}`;
		for (const text of [messages[key]?.message, messages[`${key}_more`]?.message]) {
			expect(text, key).toBeTruthy();
			for (const { params, severity } of issues) {
				expect(Object.keys(params)).toEqual(expect.arrayContaining([...text!.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)));
				expect(severity).toBe(ISSUE_SEVERITY[code]);
			}
		}
	});
});

describe('an entry', () => {
	it('is read with all its fields, the value as written', () => {
		expect(fixture('every-field.yaml').results).toEqual([
			{
				id: 'e#0',
				kind: 'eval-results',
				evidence: 'e',
				index: 0,
				line: 2,
				dataset: { id: 'harbor-evals/reef-math', taskId: 'reef_%_solved', revision: '9c1f0a77be42d1c5b7a0e6f8d93c2a4b5e6f7081' },
				value: 0.412,
				valueText: '0.412',
				valueAt: { line: 6, column: 10 },
				verifyToken: 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl',
				date: '2026-03-14T09:30:00+01:00',
				source: { url: 'https://logs.example.org/runs/1?task=reef&sort=a,b', name: 'Run 1: logs', user: 'ada-marsh', org: 'harbor-evals' },
				notes: 'Reasoning: high, with tools\n',
				issues: [],
			},
		]);
		expect(only('- value: 20.90\n').valueText).toBe('20.90');
	});

	it.each([
		['88%', 88],
		["'72.80'", 72.8],
		['0x1F', 31],
		['-3', -3],
		['1e2', 100],
		['0.5', 0.5],
		['.nan', undefined],
		['1_000', undefined],
		['[1]', undefined],
	])('has the number that %s plainly is, on its own scale', (written, value) => {
		expect(only(`- value: ${written}\n`).value).toBe(value);
	});

	it.each(['2026-03-14', '2024-02-29', '2026-03-14T09:30', '2026-03-14T09:30:00Z', '2026-03-14T09:30:00.5+0100', '2016-12-31T23:59:60Z'])(
		'takes the date %s',
		(date) => {
			expect(only(`- date: '${date}'\n`).issues.map(({ code }) => code)).not.toContain('date-format');
		},
	);

	it.each(['2026-3-14', '14.03.2026', '2026-02-29', '2026-13-01', '2026-03-14 09:30', '2026-03-14T25:00', 'March 2026', ''])(
		'doubts the date %j',
		(date) => {
			const result = only(`- date: '${date}'\n`);
			expect(result.date).toBe(date);
			expect(result.issues.map(({ code }) => code)).toContain('date-format');
		},
	);

	it('takes no time by the square of a value: 200 kB of blanks before a percent sign, or before none', () => {
		const blanks = ' '.repeat(200_000);
		expect(only(`- value: "1${blanks}%"\n`).value).toBe(1);
		expect(only(`- value: "1${blanks}2"\n`).value).toBeUndefined();
	});

	it('keeps a token under a wrong name out, and says which name was meant', () => {
		const { verifyToken, issues } = only('- verify_token: abc\n');
		expect(verifyToken).toBeUndefined();
		expect(issues).toContainEqual(
			expect.objectContaining({ code: 'unknown-field', params: { field: 'verify_token', suggestion: 'verifyToken' } }),
		);
	});

	it.each([
		['tern-lab/depths', 'depths_diamond', 'diamond'],
		['tern-lab/depths', 'Diamond', 'diamond'],
		['tern-lab/tide', 'default', 'tide_2'],
		['TERN-LAB/Tide', 'tide', 'tide_2'],
		['tern-lab/depths', 'xyz', 'diamond, main, extended'],
	])('of %s with task %s has %s as suggestion', (id, task, suggestion) => {
		const { issues } = only(`- dataset: {id: ${id}, task_id: ${task}}\n  value: 1\n`);
		expect(issues).toMatchObject([{ code: 'unknown-task-id', pointer: '/0/dataset/task_id', params: { suggestion } }]);
	});

	it('has no unknown task where the tasks of its benchmark are not known', () => {
		expect(only('- dataset: {id: a/b, task_id: x}\n  value: 1\n').issues).toEqual([]);
	});
});

describe('a file', () => {
	it('of more than 1,000 entries gives the first 1,000 and says so', () => {
		const { results, issues } = read('- {dataset: {id: a/b, task_id: c}, value: 1}\n'.repeat(1200));
		expect(results).toHaveLength(1000);
		expect(issues).toMatchObject([{ code: 'too-large', line: 1001, params: { shown: 1000, entries: 1000 } }]);
	});

	it('that is no list shows what looks like entries', () => {
		expect(read('dataset: {id: a/b}\nvalue: 1\n---\ndataset: {id: a/b}\nvalue: 2\n').results.map(({ id, value }) => [id, value])).toEqual([
			['e#0', 1],
			['e#1', 2],
		]);
		const { results, issues } = read(`results:\n${'- {dataset: {id: a/b, task_id: c}, value: 1}\n'.repeat(1200)}`);
		expect(results).toHaveLength(1000);
		expect(issues).toMatchObject([{ code: 'not-a-list' }, { code: 'too-large', line: 1002, params: { shown: 1000 } }]);
	});

	it('that the Hub drops names the entries that cause it, and shows the rest', () => {
		const { results, issues } = fixture('hub-rejects-file.yaml');
		expect(results.map(({ value }) => value)).toEqual([20.9, 7.3, 3]);
		expect(issues).toMatchObject([
			{ code: 'hub-rejects-file', pointer: '/1/source/url', line: 10, params: { count: 2, total: 3, line: '10' } },
		]);
	});

	it('with one task twice lists both values once', () => {
		const [first, second, third] = fixture('several-values-same-task.yaml').results;
		expect(first?.issues).toMatchObject([{ params: { count: 2, values: '75.80, 80.2' } }]);
		expect(second?.issues).toMatchObject([{ params: { count: 2, values: '75.80, 80.2' } }]);
		expect(third?.issues).toEqual([]);
	});

	it.each(['', '# nothing\n', '~', '"', '\0', '{', 'a: [b'])('without entries (%j) has an issue', (text) => {
		const { results, issues } = read(text);
		expect(results).toEqual([]);
		expect(issues.map(({ code }) => code)).toContain('not-a-list');
	});
});
