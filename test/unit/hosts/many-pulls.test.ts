import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Ports } from '../../../shared/ports.ts';
import { Draft } from '../../hosts/demo/draft.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { collected, pageOf, places, ports } from './collecting.ts';

const PATH = 'bulk/ten-thousand';
let hub: Hub | undefined;
afterEach(async () => {
	await hub?.close();
	hub = undefined;
});

/** A model with pull requests of these numbers, of which only the named ones add a result; the others stand where main does. */
async function served(numbers: readonly number[], adding: readonly number[]): Promise<Hub> {
	const draft = new Draft({ path: PATH, description: '', expected: { main: 1 }, listsPulls: false });
	draft.main('1', { '.eval_results/a.yaml': resultFile({ dataset: 'fieldnotes/tide-tables', task: 'high', value: '1' }) });
	for (const number of adding)
		draft.pull({
			number,
			title: 'p',
			author: 'p',
			state: 'open',
			files: { [`.eval_results/p${number}.yaml`]: resultFile({ dataset: 'fieldnotes/tide-tables', task: 'low', value: `${number}` }) },
		});
	hub = await startHub({ repositories: [draft.done()] });
	const { directory, head } = hub.repository(PATH);
	const others = numbers.filter((number) => !adding.includes(number));
	const lines = others.flatMap((number) => [`refs/pull/${number}/head`, `refs/pull/${number}/merge`]).sort();
	const packed = ['# pack-refs with: peeled fully-peeled sorted ', ...lines.map((name) => `${head} ${name}`), ''];
	writeFileSync(path.join(directory, 'packed-refs'), packed.join('\n'));
	return hub;
}

/** Counts the bytes that are read of all answers. */
function counting(given: Ports): { readonly given: Ports; readonly read: () => number } {
	let bytes = 0;
	async function* counted(body: AsyncIterable<Uint8Array>) {
		for await (const chunk of body) {
			bytes += chunk.length;
			yield chunk;
		}
	}
	const fetch: Ports['fetch'] = async (asked, signal) => {
		const answer = await given.fetch(asked, signal);
		return { ...answer, header: (name) => answer.header(name), body: counted(answer.body) };
	};
	return { given: { ...given, fetch }, read: () => bytes };
}

const upTo = (last: number, step = 1) => Array.from({ length: Math.floor(last / step) }, (_, n) => (n + 1) * step);

describe('a repository with more pull requests than can be listed', () => {
	test.each([
		['10,000', upTo(10_000), [7, 9_950, 9_999]],
		['10,000, most numbers taken by issues', upTo(10_000, 7), [7, 9_870, 9_996]],
		['2,047', upTo(2_047), [2_047]],
		['2,048', upTo(2_048), [2_048]],
		['100,000', upTo(100_000, 3), [99_999]],
	])(
		'%s: the newest are read, within 12 requests and 300 kB, and it is said how far they go',
		async (_, numbers, adding) => {
			const hub = await served(numbers, adding);
			const page = await pageOf(hub, PATH);
			hub.forgetRequests();
			const { given, read } = counting(ports());
			const { events, results, problems } = await collected(page, given);
			const [old, ...newest] = adding.length > 1 ? adding : [0, ...adding];
			expect(places(results)).toEqual(['.eval_results/a.yaml', ...newest.map((number) => `#${number} .eval_results/p${number}.yaml`)]);
			expect(results.some(({ submission }) => submission?.number === old)).toBe(false);
			const highest = numbers.at(-1);
			expect(events).toContainEqual(expect.objectContaining({ type: 'submissions', total: highest, read: 200 }));
			expect(problems).toContainEqual(
				expect.objectContaining({
					code: 'too-large',
					subject: 'submissions',
					params: expect.objectContaining({ total: highest, reason: 'numbered' }),
				}),
			);
			expect(hub.requests.filter(({ url }) => url.includes('.git/')).length).toBeLessThanOrEqual(12);
			expect(read()).toBeLessThan(300_000);
		},
		60_000,
	);

	test('300 are listed in one request, and of them the newest 200 are read', async () => {
		const hub = await served(upTo(300), [300]);
		const page = await pageOf(hub, PATH);
		hub.forgetRequests();
		const { events, problems } = await collected(page, ports());
		expect(events).toContainEqual(expect.objectContaining({ type: 'submissions', total: 300, read: 200 }));
		expect(problems).toMatchObject([{ code: 'too-large', params: { total: 300, read: 200, reason: 'newest' } }]);
	});
});
