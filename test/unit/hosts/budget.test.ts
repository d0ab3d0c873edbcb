import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft } from '../../hosts/demo/draft.ts';
import { twentyThousandFiles } from '../../hosts/demo/large.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import type { SeenRequest } from '../../hosts/faults.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { collected, pageOf, ports } from './collecting.ts';

const score = (value: string) => resultFile({ dataset: 'fieldnotes/tide-tables', task: 'high_water', value });

/** The same shape with a file that pull requests edit, so that the versions before have to be read too. */
function edited() {
	const draft = new Draft({ path: 'bulk/edited', description: '', expected: { main: 1 } });
	draft.main('First', { 'README.md': '0', '.eval_results/a.yaml': score('1') });
	const old: number[] = [];
	for (let n = 1; n <= 120; n++)
		old.push(draft.main(`${n}`, { 'README.md': `${n}`, ...(n % 10 === 0 ? { '.eval_results/a.yaml': score(`${n}`) } : {}) }));
	for (let n = 1; n <= 50; n++) {
		draft.pull({
			number: n,
			title: `${n}`,
			author: 'a',
			state: 'open',
			from: old[n] ?? 1,
			files: n % 5 ? { 'README.md': 'x' } : { '.eval_results/a.yaml': score(`${n}.5`) },
		});
	}
	return draft.done();
}

let hub: Hub;
beforeAll(async () => {
	hub = await startHub({ repositories: [twentyThousandFiles(), edited()] });
}, 60_000);
afterAll(() => hub.close());

const bytes = (requests: readonly SeenRequest[]) => requests.reduce((sum, { down }) => sum + down, 0);

describe.each(['bulk/twenty-thousand-files', 'bulk/edited'])('%s', (path) => {
	test('shows its first evidence after at most 5 requests and 25 KB', async () => {
		const page = await pageOf(hub, path);
		hub.forgetRequests();
		const { evidence } = await collected(page, ports(), ({ type }) => type === 'evidence');
		expect(evidence).toHaveLength(1);
		expect(hub.requests.length).toBeLessThanOrEqual(5);
		expect(bytes(hub.requests)).toBeLessThanOrEqual(25_000);
	});

	test('knows what pull requests merely inherit after at most 2 more requests and 50 KB', async () => {
		const page = await pageOf(hub, path);
		hub.forgetRequests();
		let first = 0;
		const { results, problems } = await collected(page, ports(), ({ type }) => {
			if (type === 'evidence' && first === 0) first = hub.requests.length;
			return false;
		});
		const check = hub.requests.slice(first).filter(({ url }) => url.startsWith(`/${path}.git/`));
		expect(check.length).toBeLessThanOrEqual(2);
		expect(bytes(check)).toBeLessThanOrEqual(50_000);
		expect(results.filter(({ submission }) => submission).map(({ submission }) => submission?.number)).toEqual([
			5, 10, 15, 20, 25, 30, 35, 40, 45, 50,
		]);
		expect(problems).toEqual([]);
	});
});
