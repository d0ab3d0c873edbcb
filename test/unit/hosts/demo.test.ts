import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWhatItSays } from '../../../shared/git/hash-object.ts';
import { reportBuilder } from '../../../shared/report/build-report.ts';
import { demoRepositories } from '../../hosts/demo/index.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { collected, pageOf, places, ports } from './collecting.ts';

let hub: Hub;
beforeAll(async () => {
	hub = await startHub();
}, 60_000);
afterAll(() => hub.close());

describe('every repository of the demo hub', () => {
	test('is among at least twelve models and four benchmarks', () => {
		const kinds = hub.repositories.map(({ kind }) => kind);
		expect(kinds.filter((kind) => kind === 'model').length).toBeGreaterThanOrEqual(12);
		expect(kinds.filter((kind) => kind === 'dataset').length).toBeGreaterThanOrEqual(4);
	});

	test.each(demoRepositories().map(({ path }) => path))('%s reads as its facts say', async (path) => {
		const { events, problems } = await collected(await pageOf(hub, path));
		const builder = reportBuilder();
		for (const event of events) builder.add(event);
		const report = builder.report();
		const counts: Record<string, number> = { main: 0 };
		const states = new Map(report?.evidence.map(({ id, submission }) => [id, submission?.state ?? 'main']));
		for (const { evidence } of report?.results ?? []) counts[states.get(evidence) ?? ''] = (counts[states.get(evidence) ?? ''] ?? 0) + 1;
		expect(counts).toEqual(hub.repository(path).expected);
		expect(report?.state).toBe('complete');
		const expected = path.endsWith('locked-weights') ? ['sign-in-needed'] : path.endsWith('one-thousand-results') ? ['too-large'] : [];
		expect(problems.map(({ code }) => code)).toEqual(expected);
	});

	test('comes with every commit and tree that leads to its blobs, each before the evidence that needs it', async () => {
		const { events } = await collected(await pageOf(hub, 'lumen-labs/kestrel-32b-instruct'));
		const seen = new Set<string>();
		for (const event of events) {
			if (event.type === 'objects') for (const { oid } of event.objects) seen.add(oid);
			if (event.type === 'evidence') expect(seen.has(event.evidence.commit)).toBe(true);
		}
		const objects = events.flatMap((event) => (event.type === 'objects' ? event.objects : []));
		expect(new Set(objects.map(({ oid }) => oid)).size).toBe(objects.length);
		for (const object of objects) expect(await isWhatItSays(object, ports().digest)).toBe(true);
	});
});

describe('the events of a collect', () => {
	test('are numbered from 1 without gaps and end with done', async () => {
		const { events } = await collected(await pageOf(hub, 'lumen-labs/kestrel-32b-instruct'));
		expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
		expect(events.filter(({ type }) => type === 'done')).toEqual([events.at(-1)]);
		expect(events[0]).toMatchObject({
			type: 'repository',
			repository: { defaultBranch: 'main', head: hub.repository('lumen-labs/kestrel-32b-instruct').head },
		});
	});

	test('are the same when it is run again from what was kept, without a request', async () => {
		const page = await pageOf(hub, 'lumen-labs/kestrel-32b-instruct');
		const given = ports({ now: () => 1_800_000_000_000 });
		const first = await collected(page, given);
		hub.forgetRequests();
		const second = await collected(page, given);
		expect(second.events).toEqual(first.events);
		expect(hub.requests).toEqual([]);
	});

	test('give the default branch before pull requests, and those before benchmarks', async () => {
		const { evidence } = await collected(await pageOf(hub, 'lumen-labs/kestrel-32b-instruct'));
		const order = evidence.map(({ role, submission }) => (role === 'benchmark' ? 2 : submission ? 1 : 0));
		expect(order).toEqual([...order].sort());
		expect(places(evidence)).toContain('#4 .eval_results/tide_tables.yaml');
	});

	test('name state, author, title and address of each pull request, as the page lists them', async () => {
		const { results } = await collected(await pageOf(hub, 'lumen-labs/kestrel-32b-instruct'));
		expect(results.find(({ submission }) => submission?.number === 1)?.submission).toEqual({
			number: 1,
			state: 'closed',
			author: 'scorekeeper',
			title: 'Correct the MMLU-Pro score',
			url: hub.url('/lumen-labs/kestrel-32b-instruct/pull/1'),
		});
	});

	test('stop at once when the reader goes away', async () => {
		const leaving = new AbortController();
		const page = await pageOf(hub, 'lumen-labs/kestrel-32b-instruct');
		const gate = hub.hold('pulls.json');
		const reading = collected(page, ports(), () => false, leaving.signal);
		await gate.reached;
		hub.forgetRequests();
		leaving.abort(new Error('the tab was closed'));
		await expect(reading).rejects.toThrow('the tab was closed');
		gate.release();
		expect(hub.requests).toEqual([]);
	});
});

describe('benchmarks', () => {
	test('that results name are looked for on the same host, each in at most three requests', async () => {
		hub.forgetRequests();
		const { events, evidence } = await collected(await pageOf(hub, 'lumen-labs/kestrel-32b-instruct'));
		const looked = events.flatMap((event) => (event.type === 'benchmark' ? [`${event.dataset} ${event.found}`] : []));
		expect(looked.sort()).toEqual([
			'Idavidrein/gpqa true',
			'MathArena/aime_2026 true',
			'OpenEvals/MuSR false',
			'TIGER-Lab/MMLU-Pro true',
			'cais/hle true',
			'fieldnotes/tide-tables true',
			'openai/gsm8k false',
		]);
		for (const id of looked.map((line) => line.split(' ')[0])) {
			expect(hub.requests.filter(({ url }) => url.startsWith(`/datasets/${id}.git`)).length).toBeLessThanOrEqual(3);
		}
		const hle = evidence.find(({ dataset }) => dataset === 'cais/hle');
		expect(hle).toMatchObject({ role: 'benchmark', path: 'eval.yaml', repository: hub.url('/datasets/cais/hle'), ref: 'refs/heads/main' });
	});

	test('that are not there are not asked for again within the hour', async () => {
		let time = 1_800_000_000_000;
		const given = ports({ now: () => time });
		const page = await pageOf(hub, 'tidepool/whelk-asr');
		await collected(page, given);
		const asked = () => hub.requests.filter(({ url }) => url.includes('open-asr-leaderboard')).length;
		hub.forgetRequests();
		time += 59 * 60_000;
		await collected(page, given);
		expect(asked()).toBe(0);
		time += 2 * 60_000;
		await collected(page, given);
		expect(asked()).toBe(1);
	});

	test('define themselves on their own page', async () => {
		const { events, evidence } = await collected(await pageOf(hub, 'datasets/cais/hle'));
		expect(evidence).toMatchObject([
			{ role: 'benchmark', dataset: 'cais/hle', path: 'eval.yaml', repository: hub.url('/datasets/cais/hle') },
		]);
		expect(events).toContainEqual(expect.objectContaining({ type: 'benchmark', dataset: 'cais/hle', found: true }));
	});
});
