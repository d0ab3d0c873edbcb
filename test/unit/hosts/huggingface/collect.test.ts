import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BenchmarkDefinition } from '../../../../shared/benchmarks/benchmark.ts';
import { definitionInForce } from '../../../../shared/benchmarks/definition-in-force.ts';
import { recognise } from '../../../../shared/hosts/pages.ts';
import { hosts } from '../../../../shared/hosts/registry.ts';
import { methodLines } from '../../../../shared/methodology/method-lines.ts';
import { buildReport } from '../../../../shared/report/build-report.ts';
import { type HuggingFace, startHuggingFace } from '../../../hosts/huggingface/server.ts';
import { collected, places } from '../collecting.ts';
import { hubPageOf, hubPorts } from './reading.ts';

const KESTREL = 'lumen-labs/kestrel-32b';
let hub: HuggingFace;
beforeAll(async () => {
	hub = await startHuggingFace();
}, 60_000);
afterAll(() => hub.close());
beforeEach(() => hub.forgetRequests());

const read = (path: string) => collected(hubPageOf(path), hubPorts(hub));
const asked = () => hub.requests.map(({ url }) => decodeURIComponent(url.split('?')[0] ?? ''));

describe('a model page', () => {
	test('gives every result file on main, also those that the Hub does not list, the card, and what pull requests add', async () => {
		const { evidence, problems } = await read(KESTREL);
		expect(places(evidence.filter(({ role }) => role !== 'benchmark'))).toEqual([
			'.eval_results/aime_2026.yaml',
			'.eval_results/gpqa.yaml',
			'.eval_results/gsm8k.yaml',
			'.eval_results/hle.yaml',
			'.eval_results/hle_with_tools.yaml',
			'.eval_results/mmlu_pro.yaml',
			'.eval_results/more/musr.yaml',
			'.eval_results/pages.yaml',
			'.eval_results/tides.yaml',
			'README.md',
			'#1 .eval_results/mmlu_pro.yaml',
			'#3 .eval_results/gpqa.yaml',
			'#4 .eval_results/hle_text.yaml',
			'#5 .eval_results/bot.yaml',
			'#7 .eval_results/scans.yaml',
		]);
		expect(problems).toEqual([]);
	});

	test('names the head, the internal id, and where the host takes a discussion', async () => {
		const { events } = await read(KESTREL);
		expect(events[0]).toMatchObject({
			type: 'repository',
			repository: {
				id: `https://huggingface.co/${KESTREL}`,
				defaultBranch: 'main',
				hostId: expect.stringMatching(/^[0-9a-f]{24}$/),
				discussTemplate: `https://huggingface.co/${KESTREL}/discussions/new?title=%title%&description=%body%`,
			},
		});
	});

	test('counts the pull requests that can have results of their own, and looks into all of them', async () => {
		const { events } = await read(KESTREL);
		expect(events.find(({ type }) => type === 'submissions')).toMatchObject({ total: 5, read: 5 });
	});

	test('tells who opened a pull request, its state and how much is said about it', async () => {
		const { evidence } = await read(KESTREL);
		const states = new Map(evidence.flatMap(({ submission }) => (submission ? [[submission.number, submission] as const] : [])));
		expect([...states].map(([number, { state }]) => [number, state])).toEqual([
			[1, 'closed'],
			[3, 'open'],
			[4, 'draft'],
			[5, 'open'],
			[7, 'open'],
		]);
		expect(states.get(3)).toEqual({
			number: 3,
			state: 'open',
			author: 'noor-vd',
			title: 'GPQA, run by us',
			url: `https://huggingface.co/${KESTREL}/discussions/3`,
			comments: 2,
		});
	});

	test("keeps the Hub's word apart: what it vouches for, and why it refuses a file", async () => {
		const { evidence, events } = await read(KESTREL);
		const says = (path: string) => evidence.find((piece) => piece.path === `.eval_results/${path}`)?.hostSays;
		expect(says('pages.yaml')).toEqual({ refuses: '✖ Invalid input: expected string, received null\n  → at [2].source.url' });
		expect(says('scans.yaml')?.refuses).toContain('expected number');
		expect(says('aime_2026.yaml')?.shows).toMatchObject([{ value: 86.67, vouches: true }]);
		expect(says('more/musr.yaml')).toBeUndefined();
		const report = buildReport(events);
		const vouched = report?.results.filter((_, n) => report.assessments[n]?.badges.some(({ code }) => code === 'host-vouches'));
		expect(vouched?.map(({ valueText }) => valueText)).toEqual(['86.67']);
	});

	test('gives the definitions of the datasets that its results name, and says which are gated or not there', async () => {
		const { events } = await read(KESTREL);
		const looked = events.flatMap((event) => (event.type === 'benchmark' ? [[event.dataset, event.gated ? 'gated' : event.found]] : []));
		expect(Object.fromEntries(looked)).toEqual({
			'MathArena/aime_2026': false,
			'Idavidrein/gpqa': true,
			'openai/gsm8k': true,
			'cais/hle': 'gated',
			'TIGER-Lab/MMLU-Pro': false,
			'OpenEvals/MuSR': false,
			'fieldnotes/pages': true,
			'fieldnotes/tide-tables': true,
		});
	});

	test('gives what a benchmark prescribed when a score was measured, where that is not what it prescribes today', async () => {
		const { events } = await read(KESTREL);
		const report = buildReport(events);
		const tides = report?.benchmarks.find(({ dataset }) => dataset === 'fieldnotes/tide-tables');
		const [high, low] =
			report?.results.filter(({ dataset, evidence }) => dataset.id === 'fieldnotes/tide-tables' && evidence.endsWith('tides.yaml')) ?? [];
		if (!tides || !high || !low) throw new Error('no tide tables');
		const scorer = (task?: string, then?: BenchmarkDefinition) =>
			methodLines(tides, task, then).find(({ dimension }) => dimension === 'scorers');
		const then = definitionInForce(tides, high);
		expect(scorer('high_water', then?.definition)).toMatchObject({ value: 'exact' });
		expect(scorer('high_water')).toMatchObject({ value: 'includes' });
		// Measured under today's.
		expect(definitionInForce(tides, low)).toBeUndefined();
		expect(report?.benchmarks.filter(({ earlier }) => earlier).map(({ dataset }) => dataset)).toEqual(['fieldnotes/tide-tables']);
	});

	test('counts as many results as it has: 12 in files on main, and five in pull requests', async () => {
		const { events } = await read(KESTREL);
		const report = buildReport(events);
		const files = report?.results.filter(({ kind }) => kind === 'eval-results') ?? [];
		const pulls = new Set(report?.evidence.filter(({ submission }) => submission).map(({ id }) => id));
		expect(files.filter(({ evidence }) => !pulls.has(evidence))).toHaveLength(12);
		expect(files.filter(({ evidence }) => pulls.has(evidence))).toHaveLength(5);
	});

	test('without an owner is read by its legacy id, with tabs of its own', async () => {
		expect(hubPageOf('kestrel-tiny/tree/main').path).toBe('kestrel-tiny');
		const { results, problems } = await read('kestrel-tiny');
		expect(places(results)).toEqual(['.eval_results/gsm8k.yaml']);
		expect(problems).toEqual([]);
	});

	test('names the model that it was made from', async () => {
		const { events } = await read('mirror-works/kestrel-32b-4bit');
		expect(events[0]).toMatchObject({ repository: { baseModels: [KESTREL] } });
	});

	test('of a mirror is asked for at the mirror alone', async () => {
		const site = 'https://hub.mirror.example';
		const { results } = await collected(hubPageOf(KESTREL, site), hubPorts(hub, {}, site));
		expect(results.length).toBe(14);
		expect(results.every(({ repository }) => repository === `${site}/${KESTREL}`)).toBe(true);
	});
});

describe('a dataset page', () => {
	test("gives its own definition and the Hub's board of it", async () => {
		const { events, evidence } = await read('datasets/Idavidrein/gpqa');
		expect(evidence.map(({ role, dataset }) => [role, dataset])).toEqual([['benchmark', 'Idavidrein/gpqa']]);
		expect(buildReport(events)?.boards).toEqual([
			{
				dataset: 'Idavidrein/gpqa',
				url: 'https://huggingface.co/datasets/Idavidrein/gpqa',
				lowerIsBetter: false,
				rows: [
					{ rank: 1, model: KESTREL, value: 71.4, vouches: false },
					{ rank: 2, model: 'northwind-ai/harrier-70b', value: 70.2, vouches: false, notes: 'majority vote over 16 samples' },
				],
			},
		]);
	});

	test('that is gated says so; it is how the dataset is, and no failure', async () => {
		const { events, problems } = await read('datasets/cais/hle');
		expect(problems).toEqual([]);
		expect(events).toContainEqual(expect.objectContaining({ type: 'benchmark', dataset: 'cais/hle', gated: true }));
		expect(buildReport(events)?.benchmarks).toMatchObject([{ dataset: 'cais/hle', lookedFor: 'gated', known: { id: 'cais/hle' } }]);
	});
});

describe('the request plan', () => {
	test('of a model without pull requests: the index, the file list, each file and each definition once', async () => {
		await read('kestrel-tiny');
		expect(asked()).toEqual([
			'/api/models/kestrel-tiny',
			expect.stringMatching(/^\/api\/models\/kestrel-tiny\/tree\/[0-9a-f]{40}\/\.eval_results$/),
			expect.stringMatching(/^\/kestrel-tiny\/resolve\/[0-9a-f]{40}\/\.eval_results\/gsm8k\.yaml$/),
			'/datasets/openai/gsm8k/resolve/main/eval.yaml',
			'/api/datasets/openai/gsm8k/commits/main',
		]);
	});

	test('of one with pull requests: the list of them once, and each of their files', async () => {
		await read(KESTREL);
		const count = (pattern: RegExp) => asked().filter((url) => pattern.test(url)).length;
		expect(count(/^\/api\/models\/[^/]+\/[^/]+$/)).toBe(1);
		expect(count(/\/discussions$/)).toBe(1);
		expect(count(/\/tree\/refs\/pr\/(1|4)\//)).toBe(2);
		expect(count(/\/resolve\/refs\/pr\//)).toBe(5);
		expect(count(/\/kestrel-32b\/resolve\/[0-9a-f]{40}\//)).toBe(10);
		expect(count(/\/resolve\/main\/eval\.yaml$/)).toBe(8);
		// When each of the four that can be read changed, and what the one that did prescribed before.
		expect(count(/\/commits\/main$/)).toBe(4);
		expect(count(/\/resolve\/[0-9a-f]{40}\/eval\.yaml$/)).toBe(1);
		expect(asked()).toHaveLength(1 + 1 + 2 + 1 + 5 + 10 + 8 + 4 + 1);
	});

	test('of a second visit in the same five minutes: nothing; later, while nothing has moved: no file twice', async () => {
		let now = Date.now();
		const given = hubPorts(hub, { now: () => now });
		const first = await collected(hubPageOf('kestrel-tiny'), given);
		hub.forgetRequests();
		expect((await collected(hubPageOf('kestrel-tiny'), given)).events).toEqual(first.events);
		expect(asked()).toEqual([]);
		now += 6 * 60_000;
		await collected(hubPageOf('kestrel-tiny'), given);
		expect(asked()).toEqual([
			'/api/models/kestrel-tiny',
			'/datasets/openai/gsm8k/resolve/main/eval.yaml',
			'/api/datasets/openai/gsm8k/commits/main',
		]);
	});

	test('of a page without results: the index and the file list', async () => {
		await read('quiet-corner/plain-weights');
		expect(asked()).toHaveLength(2);
	});
});

test('a header of another kind than the address names nothing', () => {
	const facts = { metas: [], links: [], shows: [] };
	expect(recognise({ ...facts, url: 'https://huggingface.co/datasets/a/b', embedded: [{ name: 'ModelHeader' }] })).toBeUndefined();
	expect(recognise({ ...facts, url: 'https://huggingface.co/a/b', embedded: [{ name: 'DatasetHeader' }] })).toBeUndefined();
});

describe('an address by itself', () => {
	const named = (address: string) => hosts.flatMap((host) => host.fromAddress?.(address) ?? [])[0];

	test.each([
		['https://huggingface.co/lumen-labs/kestrel-32b', 'lumen-labs/kestrel-32b', 'model'],
		['https://huggingface.co/lumen-labs/kestrel-32b/blob/main/README.md', 'lumen-labs/kestrel-32b', 'model'],
		['https://hf.co/lumen-labs/kestrel-32b', 'lumen-labs/kestrel-32b', 'model'],
		['https://huggingface.co/gpt2', 'gpt2', 'model'],
		['https://huggingface.co/datasets/squad/viewer', 'datasets/squad', 'dataset'],
		['https://huggingface.co/datasets/cais/hle', 'datasets/cais/hle', 'dataset'],
	])('%s names %s', (address, path, kind) => {
		expect(named(address)).toMatchObject({ host: 'huggingface', origin: 'https://huggingface.co', path, kind });
	});

	test.each([
		'https://huggingface.co/',
		'https://huggingface.co/docs/hub',
		'https://huggingface.co/spaces/a/b',
		'https://huggingface.co/datasets',
		'https://huggingface.co/a/..%2fb',
		'https://huggingface.co/a/b..c',
		'https://huggingface.co/new-dataset',
		'https://elsewhere.example/a/b',
		'not an address',
	])('%s names none', (address) => {
		expect(named(address)).toBeUndefined();
	});
});
