/**
 * A browser that stays open for weeks: a repository that somebody keeps pushing to is read again and again by one store, and the
 * background dies at some event of every second reading. What is shown is always what a new reader would see, and nothing piles up.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Collect, session } from '../../extension/background/session.ts';
import { collect } from '../../shared/hosts/index.ts';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import { datasetsOf } from '../../shared/results/datasets-of.ts';
import { memoryStore } from '../../shared/store/memory-store.ts';
import type { Store } from '../../shared/store/store.ts';
import { Draft } from '../hosts/demo/draft.ts';
import { resultFile } from '../hosts/demo/result-file.ts';
import { git } from '../hosts/history.ts';
import { type Hub, startHub } from '../hosts/hub.ts';
import { dyingStore } from '../unit/extension/dying-store.ts';
import { pageOf, ports } from '../unit/hosts/collecting.ts';

const ROUNDS = Number(process.env.EVALMARK_ROUNDS ?? 300);
const PATH = 'lumen-labs/merlin';
const BEGIN = Date.UTC(2026, 3, 1, 12);
/** Longer than refs are kept, so that every reading asks. */
const BETWEEN = 6 * 60_000;
const STATES = 5;

let hub: Hub;
let page: RepoPage;
let heads: readonly string[];

beforeAll(async () => {
	const made = new Draft({ path: PATH, description: '', expected: { main: 0 } });
	const file = (value: string) => resultFile({ dataset: 'fieldnotes/tide-tables', task: 'high', value });
	let from = 0;
	for (let state = 0; state < STATES; state += 1) from = made.main(String(state), { '.eval_results/a.yaml': file(`${20 + state}.50`) });
	made.pull({ number: 1, title: 'p', author: 'p', state: 'open', from, files: { '.eval_results/b.yaml': file('6.25') } });
	hub = await startHub({ repositories: [made.done()] });
	page = await pageOf(hub, PATH);
	heads = git(hub.repository(PATH).directory, ['rev-list', 'refs/heads/main']).trim().split('\n');
});
afterAll(() => hub.close());

const collectGit: Collect = (of, given, signal) => collect(of, given, signal, datasetsOf);

async function read(store: Store, now: number) {
	const one = session(page, collectGit, ports({ store, now: () => now }));
	await one.read(new AbortController().signal);
	return one.news()?.report;
}

test(`${ROUNDS} readings of one store`, async () => {
	const kept = memoryStore();
	const count = async () =>
		(await Promise.all((['event', 'report', 'refs', 'negative'] as const).map((kind) => kept.keys(kind)))).flat().length;
	let afterAWhile = 0;
	for (let round = 0; round < ROUNDS; round += 1) {
		const now = BEGIN + round * BETWEEN;
		git(hub.repository(PATH).directory, ['update-ref', 'refs/heads/main', heads[round % heads.length]!]);
		if (round % 2 === 1) await expect(read(dyingStore(kept, round % 7), now)).rejects.toThrow('killed');
		const { seq: _, ...shown } = (await read(kept, now))!;
		const { seq: __, ...anew } = (await read(memoryStore(), now))!;
		expect(shown).toEqual(anew);
		if (round === 2 * STATES) afterAWhile = await count();
		if (round > 2 * STATES) expect(await count()).toBeLessThanOrEqual(afterAWhile + 1);
	}
	expect(hub.requests.length).toBeGreaterThan(ROUNDS);
});
