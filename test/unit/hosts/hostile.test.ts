import { randomFillSync } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { follow } from '../../../shared/git/follow.ts';
import { hostile } from '../../hosts/demo/difficult.ts';
import { Draft } from '../../hosts/demo/draft.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import type { Files, RawTree } from '../../hosts/history.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { type Collected, collected, pageOf, places } from './collecting.ts';

const PATH = 'hostile/repository';
const good = resultFile({ dataset: 'cais/hle', task: 'hle', value: '1' });

let hub: Hub | undefined;
afterEach(async () => {
	await hub?.close();
	hub = undefined;
});

async function read(files: Files, pulls: readonly Files[] = []): Promise<Collected> {
	const draft = new Draft({ path: PATH, description: '', expected: { main: 0 }, listsPulls: false });
	draft.main('1', { 'README.md': 'x', ...files });
	for (const [n, changed] of pulls.entries()) draft.pull({ number: n + 1, title: 'p', author: 'p', state: 'open', files: changed });
	hub = await startHub({ repositories: [draft.done()] });
	return collected(await pageOf(hub, PATH));
}

describe('names', () => {
	test('with markup and line breaks are carried as they are', async () => {
		hub = await startHub({ repositories: [hostile()] });
		const { results, problems } = await collected(await pageOf(hub, 'hostile/angle-brackets'));
		expect(places(results)).toEqual(
			expect.arrayContaining(['.eval_results/<img src=x onerror=alert(1)>.yaml', '.eval_results/a\nb\u001b[31m.yaml']),
		);
		expect(problems).toEqual([]);
	});

	test('that could pass for another path are passed over, and that is said', async () => {
		const { results, problems } = await read({
			'.eval_results': {
				tree: [
					{ mode: '100644', name: '../README.yaml', content: good },
					{ mode: '100644', name: '..\n/x.yaml', content: good },
					{ mode: '100644', name: '.git/x.yaml', content: good },
					{ mode: '100644', name: 'good.yaml', content: good },
				],
			},
		});
		expect(places(results)).toEqual(['.eval_results/good.yaml']);
		expect(problems).toMatchObject([
			{ code: 'not-supported', subject: 'file', params: { path: '.eval_results', reason: 'name', count: 3 } },
		]);
	});

	test('that stand twice lead to the first, as they do for who checks an export; the rest is said', async () => {
		const tree: RawTree = [
			{ mode: '100644', name: 'a.yaml', content: good },
			{ mode: '100644', name: 'a.yaml', content: good.replace('1\n', '2\n') },
			{ mode: '100644', name: 'b\n/x.yaml', content: good },
		];
		const { events, results, problems } = await read({ '.eval_results': { tree } });
		expect(results.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([['.eval_results/a.yaml', good]]);
		expect(problems).toMatchObject([{ code: 'not-supported', subject: 'file', params: { reason: 'name', count: 2 } }]);
		const objects = new Map(events.flatMap((event) => (event.type === 'objects' ? event.objects.map((one) => [one.oid, one]) : [])));
		for (const { commit, path, blob } of results) expect(follow(commit, path, (oid) => objects.get(oid))).toMatchObject({ blob });
	});

	test('other than of YAML files are no results', async () => {
		const { results } = await read({
			'.eval_results/README.md': 'x',
			'.eval_results/a.yml': good,
			'.eval_results/B.YAML': good,
			'.eval_results/c.yaml.txt': good,
		});
		expect(places(results)).toEqual(['.eval_results/B.YAML', '.eval_results/a.yml']);
	});
});

describe('what stands where results should', () => {
	test.each<[string, Files]>([
		['symlink', { '.eval_results': { symlink: '../../etc' } }],
		['submodule', { '.eval_results': { submodule: '1'.repeat(40) } }],
		['file', { '.eval_results': good }],
	])('a %s is not followed, and that is said', async (reason, files) => {
		const { results, problems } = await read(files);
		expect(results).toEqual([]);
		expect(problems).toMatchObject([{ code: 'not-supported', subject: 'file', params: { path: '.eval_results', reason } }]);
	});

	test('links and submodules among the files are passed over', async () => {
		const { results, problems } = await read({
			'.eval_results/a.yaml': { symlink: '/etc/passwd' },
			'.eval_results/b.yaml': { submodule: '1'.repeat(40) },
			'.eval_results/c.yaml': good,
		});
		expect(places(results)).toEqual(['.eval_results/c.yaml']);
		expect(problems).toEqual([]);
	});

	test('folders in folders are read ten deep', async () => {
		const deep = (levels: number) => `.eval_results/${'d/'.repeat(levels)}x.yaml`;
		const { results, problems } = await read({ [deep(9)]: good, [deep(10)]: good });
		expect(places(results)).toEqual([deep(9)]);
		expect(problems).toMatchObject([{ code: 'too-large', subject: 'file' }]);
	});
});

describe('contents', () => {
	test('of any bytes reach the reader as they are', async () => {
		const bytes = Uint8Array.of(0xff, 0xfe, 0x00, 0x80, 0x0a);
		const { results } = await read({ '.eval_results/a.yaml': bytes, '.eval_results/empty.yaml': '' });
		expect(results.map((one) => [...one.bytes])).toEqual([[...bytes], []]);
	});

	test('of 1,200 entries or 300 kB are carried; the reader says what is too much', async () => {
		const many = resultFile(...Array.from({ length: 1200 }, (_, n) => ({ dataset: 'a/b', task: `${n}`, value: '1' })));
		const long = `${good}#${'x'.repeat(300_000)}\n`;
		const { results, problems } = await read({ '.eval_results/long.yaml': long, '.eval_results/many.yaml': many });
		expect(results.map(({ bytes }) => bytes.length)).toEqual([long.length, many.length]);
		expect(problems).toEqual([]);
	});

	test('past 1 MB are named, and the other files are read', async () => {
		const { results, problems } = await read({ '.eval_results/a.yaml': good, '.eval_results/b.yaml': '#'.repeat(1_100_000) });
		expect(places(results)).toEqual(['.eval_results/a.yaml']);
		expect(problems).toMatchObject([{ code: 'too-large', subject: 'file', params: { path: '.eval_results/b.yaml' } }]);
	});

	test('more than 500 files are cut, and that is said', async () => {
		const { results, problems } = await read(Object.fromEntries(Array.from({ length: 520 }, (_, n) => [`.eval_results/${n}.yaml`, good])));
		expect(results).toHaveLength(500);
		expect(problems).toMatchObject([{ code: 'too-large', subject: 'file', params: { path: '.eval_results' } }]);
	});

	test('of one pull request that are too large to read cost neither the default branch nor the other pull requests', async () => {
		const huge = randomFillSync(new Uint8Array(9 * 1024 * 1024));
		const { results, problems, events } = await read({ '.eval_results/a.yaml': good }, [
			{ '.eval_results/b.yaml': good.replace('1\n', '2\n') },
			{ '.eval_results/huge.yaml': huge },
			{ '.eval_results/c.yaml': good.replace('1\n', '3\n') },
		]);
		expect(places(results)).toEqual(['.eval_results/a.yaml', '#1 .eval_results/b.yaml', '#3 .eval_results/c.yaml']);
		expect(problems).toMatchObject([{ code: 'too-large', subject: 'submissions' }]);
		expect(events).toContainEqual(expect.objectContaining({ type: 'submissions', total: 3, read: 2 }));
	});
});
