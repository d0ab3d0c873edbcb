import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardOf } from '../../../../shared/hosts/huggingface/board.ts';
import { readIndex } from '../../../../shared/hosts/huggingface/index-answer.ts';
import type { Fault } from '../../../hosts/faults.ts';
import { type HuggingFace, startHuggingFace } from '../../../hosts/huggingface/server.ts';
import { collected, places } from '../collecting.ts';
import { hubPageOf, hubPorts } from './reading.ts';

const KESTREL = 'lumen-labs/kestrel-32b';
let hub: HuggingFace;
beforeEach(async () => {
	hub = await startHuggingFace();
});
afterEach(() => hub.close());

const codes = async (path = KESTREL) => {
	const { problems } = await collected(hubPageOf(path), hubPorts(hub));
	return problems.map(({ code, subject }) => `${subject}: ${code}`);
};

describe('when the index cannot be read', () => {
	test.each<[string, Fault, string]>([
		['404', { kind: 'status', status: 404 }, 'not-found'],
		['401', { kind: 'status', status: 401 }, 'sign-in-needed'],
		['500', { kind: 'status', status: 500 }, 'server-error'],
		['429', { kind: 'status', status: 429, headers: { RateLimit: '"api";r=0;t=55' } }, 'rate-limited'],
		['a sign-in page', { kind: 'html' }, 'unexpected-answer'],
		['no JSON', { kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body: '{' }, 'unexpected-answer'],
		[
			'something else in JSON',
			{ kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body: '[]' },
			'unexpected-answer',
		],
		['a cut connection', { kind: 'drop' }, 'offline'],
	])('for %s, that is said of the repository and nothing more is asked', async (_, fault, code) => {
		hub.fault(`GET /api/models/${KESTREL}?`, fault);
		expect(await codes()).toEqual([`repository: ${code}`]);
		expect(hub.requests).toHaveLength(1);
	});

	test('for silence, that it did not answer in time', async () => {
		hub.fault('/api/models/', { kind: 'hang' });
		const soon = hubPorts(hub, { sleep: () => Promise.resolve() });
		const { problems } = await collected(hubPageOf(KESTREL), soon);
		expect(problems.map(({ code }) => code)).toEqual(['timeout']);
	});

	test('a pause that the Hub asks for is kept until its time', async () => {
		hub.fault('/api/models/', { kind: 'status', status: 429, headers: { RateLimit: '"api";r=0;t=55' } }, { times: 1 });
		const now = 1_800_000_000_000;
		const given = hubPorts(hub, { now: () => now });
		const { problems } = await collected(hubPageOf(KESTREL), given);
		expect(problems[0]?.until).toBe(now + 55_000);
		await collected(hubPageOf(KESTREL), given);
		expect(hub.requests).toHaveLength(1);
	});
});

test('a good answer that says that nothing remains of the API stops the API, and not the files', async () => {
	const body = JSON.stringify({
		id: 'kestrel-tiny',
		sha: 'a'.repeat(40),
		evalResults: [{ filename: '.eval_results/gsm8k.yaml', verified: false, data: {} }],
	});
	const headers = { 'content-type': 'application/json', RateLimit: '"api";r=0;t=55' };
	hub.fault('GET /api/models/kestrel-tiny?', { kind: 'status', status: 200, headers, body });
	const now = 1_800_000_000_000;
	const { problems } = await collected(hubPageOf('kestrel-tiny'), hubPorts(hub, { now: () => now }));
	expect(problems[0]).toMatchObject({ code: 'rate-limited', until: now + 55_000 });
	expect(hub.requests.map(({ url }) => url.split('?')[0])).toEqual(['/api/models/kestrel-tiny', expect.stringContaining('/resolve/')]);
});

describe('when a part cannot be read, all else is there', () => {
	test('one file', async () => {
		hub.fault('/.eval_results/gpqa.yaml', { kind: 'status', status: 500 });
		const { results, problems } = await collected(hubPageOf(KESTREL), hubPorts(hub));
		expect(problems.map(({ code, params }) => [code, params.path])).toContainEqual(['server-error', '.eval_results/gpqa.yaml']);
		expect(results).toHaveLength(12);
	});

	test('the list of pull requests: those that the index names stay open, without a name', async () => {
		hub.fault('/discussions?', { kind: 'status', status: 500 });
		const { results, problems } = await collected(hubPageOf(KESTREL), hubPorts(hub));
		expect(problems.map(({ subject }) => subject)).toEqual(['submission-states']);
		expect(places(results.filter(({ submission }) => submission))).toEqual([
			'#3 .eval_results/gpqa.yaml',
			'#5 .eval_results/bot.yaml',
			'#7 .eval_results/scans.yaml',
		]);
		expect(results.find(({ submission }) => submission?.number === 3)?.submission).toEqual({
			number: 3,
			state: 'open',
			url: `https://huggingface.co/${KESTREL}/discussions/3`,
		});
	});

	test('the file list: what the index names is read all the same', async () => {
		hub.fault(/\/tree\/[0-9a-f]{40}\//, { kind: 'status', status: 500 });
		expect(await codes()).toEqual(['file: server-error']);
	});

	test('a pull request whose ref was deleted is passed over', async () => {
		hub.fault('refs%2Fpr%2F1/', { kind: 'status', status: 404 });
		expect(await codes()).toEqual([]);
	});

	test('what a closed pull request holds, if nobody can ask', async () => {
		hub.fault('tree/refs%2Fpr%2F1/', { kind: 'status', status: 500 });
		expect(await codes()).toEqual(['submissions: server-error']);
	});

	test('bytes that are not those of the blob that was listed are damaged', async () => {
		hub.fault('/.eval_results/gsm8k.yaml', { kind: 'status', status: 200, body: '- value: 99\n' });
		expect(await codes()).toEqual(['file: corrupt']);
	});

	test("a benchmark's definition", async () => {
		hub.fault('/datasets/openai/gsm8k/', { kind: 'status', status: 502 });
		expect(await codes()).toContain('benchmark: server-error');
	});
});

describe('whatever the API says', () => {
	test('an index is read or refused, never thrown at', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), (rows, cards) => {
				const index = readIndex({ id: 'a/b', sha: 'a'.repeat(40), evalResults: rows, 'model-index': cards, cardData: cards });
				expect(index?.head).toBe('a'.repeat(40));
				for (const { path } of index?.files ?? []) expect(path).toMatch(/^\.eval_results\/.+\.ya?ml$/i);
			}),
			{ numRuns: 1_000 },
		);
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				readIndex(value);
				const board = boardOf(value, 'a/b', 'https://huggingface.co/datasets/a/b');
				expect(board === undefined || board.rows.every((row) => Number.isFinite(row.value))).toBe(true);
			}),
			{ numRuns: 1_000 },
		);
	});

	test.each(['.eval_results/../../x.yaml', '.eval_results/.git/x.yaml', 'other/x.yaml', '.eval_results/x.txt', '.eval_results//x.yaml'])(
		'no file is asked for at %s',
		(filename) => {
			const index = readIndex({ id: 'a/b', sha: 'a'.repeat(40), evalResults: [{ filename, verified: false, data: {} }] });
			expect(index?.files).toEqual([]);
		},
	);
});
