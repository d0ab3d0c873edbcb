import { expect, test } from 'vitest';
import { checkouts, localSteps, roleOf } from '../../../shared/exports/local-files.ts';
import { mergeExports } from '../../../shared/exports/merge-exports.ts';
import { reportOfExport } from '../../../shared/exports/report-of-export.ts';
import { verifyExport } from '../../../shared/exports/verify-export.ts';
import type { CollectStep } from '../../../shared/hosts/evidence.ts';
import { digest, exportOf, steps, utf8 } from './repository.ts';

const local = async (name: string, value: string) =>
	exportOf(
		await localSteps(name, [{ path: '.eval_results/a.yaml', bytes: utf8(`- dataset:\n    id: a/b\n  value: ${value}\n`) }], 7, digest),
	).bundle;

/** The same repository, read at another time, with its pull request in another state. */
const later = (state: 'open' | 'closed', at: number): readonly CollectStep[] =>
	steps().map((step): CollectStep => {
		if (step.type === 'done') return { ...step, at };
		if (step.type !== 'evidence' || !step.evidence.submission) return step;
		return { ...step, evidence: { ...step.evidence, submission: { ...step.evidence.submission, state } } };
	});

test('of nothing is nothing, of one is itself', () => {
	const { bundle } = exportOf();
	expect(mergeExports([])).toBeUndefined();
	expect(mergeExports([bundle])).toBe(bundle);
});

test('holds every repository of all, and still fits its own bytes', async () => {
	const merged = mergeExports([await local('one', '1'), exportOf().bundle, await local('two', '2')]);
	expect(merged?.repositories.map((repository) => repository.path)).toEqual(['one', 'lumen-labs/kestrel', 'two']);
	expect(merged && (await verifyExport(merged, digest)).problems).toEqual([]);
	expect(merged && reportOfExport(merged).map((report) => report.results.length)).toEqual([1, 3, 1]);
});

test.each([false, true])('takes a repository whole from where it was read last, also when that file came first: %s', async (first) => {
	const old = exportOf(later('open', 1_000), 9_000).bundle;
	const recent = exportOf(later('closed', 2_000), 8_000).bundle;
	const merged = mergeExports(first ? [recent, old] : [old, recent]);
	expect(merged?.repositories.map((repository) => repository.asOf)).toEqual([2_000]);
	expect(merged?.assessments.flatMap((one) => one.badges.map((badge) => badge.code))).toContain('withdrawn');
	expect(merged?.assessments.flatMap((one) => one.badges.map((badge) => badge.code))).not.toContain('community');
	expect(merged && (await verifyExport(merged, digest)).problems).toEqual([]);
});

test('files of a folder are told apart by the checkout that they stand in', () => {
	const file = (path: string) => ({ path, bytes: utf8('') });
	const found = checkouts(
		[
			'models/a/.eval_results/x.yaml',
			'models/a/.eval_results/y.yml',
			'models/b/.eval_results/x.yaml',
			'.eval_results/z.yaml',
			'bench/eval.yaml',
			'models/a/README.md',
			'models/a/.eval_results/notes.txt',
		].map(file),
	);
	expect(found.map(({ name, files }) => [name, files.map(({ path }) => path)])).toEqual([
		['', ['.eval_results/z.yaml']],
		['bench', ['eval.yaml']],
		['models/a', ['.eval_results/x.yaml', '.eval_results/y.yml']],
		['models/b', ['.eval_results/x.yaml']],
	]);
});

test('files from a disk are on no branch: nobody is said to have accepted them', async () => {
	expect((await local('one', '1')).assessments.flatMap((one) => one.badges.map((badge) => badge.code))).toEqual([]);
});

test('a file is what its folder makes it, whatever it is called, and an export of it fits', async () => {
	expect(roleOf('k/.eval_results/eval.yaml')).toBe('results');
	expect(roleOf('k/eval.yaml')).toBe('benchmark');
	for (const path of ['.eval_results/eval.yaml', 'eval.yaml', 'loose.yaml']) {
		const steps = await localSteps('owner/k', [{ path, bytes: utf8('- value: 1\n') }], 7, digest, (one) => roleOf(one) ?? 'results');
		expect((await verifyExport(exportOf(steps).bundle, digest)).problems).toEqual([]);
	}
});
