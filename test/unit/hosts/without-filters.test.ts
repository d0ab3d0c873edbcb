import { afterEach, describe, expect, test } from 'vitest';
import { Draft } from '../../hosts/demo/draft.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { git } from '../../hosts/history.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { collected, pageOf, places, ports } from './collecting.ts';

const PATH = 'lumen-labs/merlin';
const A = '.eval_results/a.yaml';
const DATASET = 'fieldnotes/tide-tables';
const score = (value: string) => resultFile({ dataset: DATASET, task: 'high', value });
/** Files that no compression makes small, so that a whole snapshot is some 2 MB. */
const noise = Object.fromEntries(
	Array.from({ length: 60 }, (_, n) => {
		let seed = n + 1;
		const bytes = Uint8Array.from({ length: 36_000 }, () => {
			seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
			return seed >>> 16;
		});
		return [`weights/${n}.bin`, bytes];
	}),
);

let hub: Hub | undefined;
afterEach(async () => {
	await hub?.close();
	hub = undefined;
});

/** Serves a model with so many pull requests, and its benchmark, from a server that leaves nothing out. */
async function served(pulls: number): Promise<Hub> {
	const draft = new Draft({ path: PATH, description: '', expected: { main: 1 }, listsPulls: false });
	draft.main('0', { 'README.md': 'x' });
	draft.main('1', { ...noise, [A]: score('1') });
	for (let n = 1; n <= pulls; n++)
		draft.pull({ number: n, title: 'p', author: 'p', state: 'open', files: { [`.eval_results/p${n}.yaml`]: score(`${n + 1}`) } });
	const benchmark = new Draft({ path: `datasets/${DATASET}`, description: '', kind: 'dataset', expected: { main: 0 } });
	benchmark.main('1', { ...noise, 'eval.yaml': 'name: Tides\nevaluation_framework: inspect-ai\ntasks:\n  - id: high\n' });
	hub = await startHub({ repositories: [draft.done(), benchmark.done()] });
	for (const { directory } of hub.repositories) git(directory, ['config', 'uploadpack.allowFilter', 'false']);
	return hub;
}

describe('a server without filters', () => {
	test('gives results, pull requests and definitions without the rest; what cannot be told is said', async () => {
		const { events, results, evidence, problems } = await collected(await pageOf(await served(2), PATH));
		expect(places(results)).toEqual([A, '#1 .eval_results/p1.yaml', '#2 .eval_results/p2.yaml']);
		expect(evidence.filter(({ role }) => role === 'benchmark').map(({ dataset }) => dataset)).toEqual([DATASET]);
		expect(events).toContainEqual(expect.objectContaining({ type: 'submissions', total: 2, read: 2 }));
		expect(problems).toMatchObject([{ code: 'not-supported', subject: 'inheritance', params: { numbers: '#1, #2' } }]);
	});

	test('is not asked for what one look at the beginning tells', async () => {
		const hub = await served(0);
		const page = await pageOf(hub, PATH);
		hub.forgetRequests();
		const given = ports();
		const { problems } = await collected(page, given);
		expect(problems).toEqual([]);
		// The model: capabilities, refs, beginning, results. The benchmark: refs, beginning, definition. What the beginning holds is not asked for.
		expect(hub.requests.length).toBeLessThanOrEqual(7);
		expect(hub.requests.reduce((sum, { down }) => sum + down, 0)).toBeLessThan(2_000_000);
		hub.forgetRequests();
		await collected(page, given);
		expect(hub.requests).toEqual([]);
	});

	test('is asked for the newest 10 pull requests, and that there are more is said', async () => {
		const { events, results, problems } = await collected(await pageOf(await served(12), PATH));
		const numbers = results.flatMap(({ submission }) => submission?.number ?? []);
		expect(numbers).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
		expect(events).toContainEqual(expect.objectContaining({ type: 'submissions', total: 12, read: 10 }));
		expect(problems).toMatchObject([
			{ code: 'too-large', subject: 'submissions', params: { total: 12, read: 10 } },
			{ subject: 'inheritance' },
		]);
	});
});
