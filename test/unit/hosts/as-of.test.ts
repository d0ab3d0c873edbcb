import { afterAll, beforeAll, expect, test } from 'vitest';
import { kestrel } from '../../hosts/demo/kestrel.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { type Collected, collected, pageOf, ports } from './collecting.ts';

const PATH = 'lumen-labs/kestrel-32b-instruct';
const MINUTE = 60_000;

let hub: Hub;
beforeAll(async () => {
	hub = await startHub({ repositories: [kestrel()] });
});
afterAll(() => hub.close());

const asOf = ({ events }: Collected) => events.flatMap((event) => (event.type === 'done' ? [event.at] : []));

test('what was collected is as old as the list of refs that it was read by', async () => {
	let now = Date.now();
	const began = now;
	const given = ports({ now: () => now });
	const page = await pageOf(hub, PATH);
	expect(asOf(await collected(page, given))).toEqual([began]);
	now += 4 * MINUTE;
	expect(asOf(await collected(page, given))).toEqual([began]);
	now += MINUTE;
	expect(asOf(await collected(page, given))).toEqual([now]);
});

test('time that reading takes counts as age', async () => {
	let now = Date.now();
	const began = now;
	const given = ports({ now: () => now });
	const all = await collected(await pageOf(hub, PATH), given, ({ type }) => {
		now += 1_000;
		return type === 'done';
	});
	expect(asOf(all)).toEqual([began]);
});

test('what could not be listed is as of the attempt', async () => {
	const undo = hub.fault('/info/refs', { kind: 'status', status: 502 });
	try {
		const now = 1_800_000_000_000;
		expect(asOf(await collected(await pageOf(hub, PATH), ports({ now: () => now })))).toEqual([now]);
	} finally {
		undo();
	}
});
