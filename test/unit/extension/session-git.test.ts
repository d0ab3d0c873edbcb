import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Collect, session } from '../../../extension/background/session.ts';
import { collect } from '../../../shared/hosts/index.ts';
import type { RepoPage } from '../../../shared/hosts/repo-page.ts';
import { datasetsOf } from '../../../shared/results/datasets-of.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import type { Store } from '../../../shared/store/store.ts';
import { Draft } from '../../hosts/demo/draft.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { git } from '../../hosts/history.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { pageOf, ports } from '../hosts/collecting.ts';
import { dyingStore } from './dying-store.ts';

const PATH = 'lumen-labs/merlin';
const BEGIN = Date.UTC(2026, 3, 1, 12);
const file = (...entries: readonly (readonly [string, string])[]) =>
	resultFile(...entries.map(([task, value]) => ({ dataset: 'fieldnotes/tide-tables', task, value })));

/** A default branch and the head of one pull request: what somebody pushes. */
type Heads = readonly [main: string, pull: string];
let hub: Hub;
let page: RepoPage;
let heads: { readonly before: Heads; readonly changed: Heads; readonly emptied: Heads; readonly merged: Heads };

beforeAll(async () => {
	const made = new Draft({ path: PATH, description: '', expected: { main: 0 } });
	const first = made.main('1', { '.eval_results/a.yaml': file(['high', '20.90']) });
	made.pull({
		number: 1,
		title: 'p',
		author: 'p',
		state: 'open',
		from: first,
		files: { '.eval_results/a.yaml': file(['high', '20.90'], ['low', '5']), '.eval_results/b.yaml': file(['ebb', '6']) },
	});
	made.main('2', { '.eval_results/a.yaml': file(['high', '44']) });
	hub = await startHub({ repositories: [made.done()] });
	page = await pageOf(hub, PATH);
	const oidOf = (name: string) => git(hub.repository(PATH).directory, ['rev-parse', name]).trim();
	const [one, two, pull] = [oidOf('refs/heads/main~1'), oidOf('refs/heads/main'), oidOf('refs/pull/1/head')];
	heads = { before: [one, pull], changed: [two, pull], emptied: [one, one], merged: [pull, pull] };
});
afterAll(() => hub.close());

function push([main, pull]: Heads): void {
	const { directory } = hub.repository(PATH);
	git(directory, ['update-ref', 'refs/heads/main', main]);
	git(directory, ['update-ref', 'refs/pull/1/head', pull]);
}

const collectGit: Collect = (of, given, signal) => collect(of, given, signal, datasetsOf);

async function read(store: Store, now = BEGIN, again = false) {
	const one = session(page, collectGit, ports({ store, now: () => now }));
	await one.read(new AbortController().signal, again);
	return one.news()!.report!;
}

describe('a real repository that somebody pushes to', { timeout: 30_000 }, () => {
	test('is asked when asked again, and what it says is as old as its answer', async () => {
		push(heads.before);
		const store = memoryStore();
		await read(store);
		push(heads.changed);
		hub.forgetRequests();
		const later = BEGIN + 4 * 60_000;
		expect((await read(store, later)).results.map(({ valueText }) => valueText)).toContain('20.90');
		expect(hub.requests).toEqual([]);
		const report = await read(store, later, true);
		expect(report.results.map(({ valueText }) => valueText)).toContain('44');
		expect(report.asOf).toBe(later);
	});

	test.each(['changed', 'emptied', 'merged'] as const)('and that was %s between any two events is read as it is now', async (how) => {
		push(heads[how]);
		const anew = await read(memoryStore());
		push(heads.before);
		const kept = memoryStore();
		await read(kept);
		const events = (await kept.keys('event')).length;
		expect(events).toBeGreaterThan(5);
		for (let n = 1; n < events; n++) {
			push(heads.before);
			const store = memoryStore();
			await expect(read(dyingStore(store, n))).rejects.toThrow('killed');
			push(heads[how]);
			expect(await read(store, BEGIN, true)).toEqual(anew);
		}
	});
});
