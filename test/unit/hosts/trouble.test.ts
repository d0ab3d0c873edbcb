import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Fetch, PermissionMissing } from '../../../shared/ports.ts';
import { benchmarks } from '../../hosts/demo/benchmarks.ts';
import { kestrel } from '../../hosts/demo/kestrel.ts';
import type { Fault, FaultOptions, Pattern } from '../../hosts/faults.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { collected, pageOf, places, ports } from './collecting.ts';

const PATH = 'lumen-labs/kestrel-32b-instruct';
const GIT = `POST /${PATH}.git/git-upload-pack`;
const INFO = `GET /${PATH}.git/info/refs`;

let hub: Hub;
const undo: (() => void)[] = [];
beforeAll(async () => {
	hub = await startHub({ repositories: [kestrel(), ...benchmarks()] });
});
afterEach(() => {
	for (const back of undo.splice(0)) back();
});
afterAll(() => hub.close());
const fault = (pattern: Pattern, what: Fault, options?: FaultOptions) => undo.push(hub.fault(pattern, what, options));

describe('what fails at the beginning is said, after the repository and before the end', () => {
	test.each<[string, Pattern, Fault, string, FaultOptions?]>([
		['the repository is gone', INFO, { kind: 'status', status: 404 }, 'not-found'],
		['it asks for a password', INFO, { kind: 'status', status: 401, headers: { 'www-authenticate': 'Basic' } }, 'sign-in-needed'],
		['the server fails', INFO, { kind: 'status', status: 502 }, 'server-error'],
		['the connection is cut', INFO, { kind: 'drop' }, 'offline'],
		['a web page comes instead', INFO, { kind: 'html' }, 'unexpected-answer'],
		['it leads to another site', INFO, { kind: 'redirect', to: 'http://localhost:9/x' }, 'redirected-elsewhere'],
		['there were too many requests', INFO, { kind: 'rate-limited', retryAfter: 30 }, 'rate-limited'],
		['the list of refs is cut', GIT, { kind: 'truncate', bytes: 100 }, 'offline', { times: 1 }],
		['the first pack is cut', GIT, { kind: 'truncate', bytes: 300 }, 'offline', { after: 1 }],
	])('%s', async (_, pattern, what, code, options) => {
		const page = await pageOf(hub, PATH);
		fault(pattern, what, options);
		const { events, problems } = await collected(page);
		expect(events.map(({ type }) => type)).toEqual(['repository', 'problem', 'done']);
		expect(problems).toMatchObject([{ code, subject: 'repository', params: { origin: hub.origin } }]);
		if (code === 'rate-limited') expect(problems[0]?.until).toBeGreaterThan(Date.now() + 20_000);
	});

	test('the face may not read this origin', async () => {
		const refuse: Fetch = async ({ url }) => {
			throw new PermissionMissing(new URL(url).origin);
		};
		const { problems } = await collected(await pageOf(hub, PATH), ports({ fetch: refuse }));
		expect(problems).toMatchObject([{ code: 'permission-missing', subject: 'repository' }]);
	});
});

describe('what fails later leaves standing what was read', () => {
	test('the list of states: pull requests are shown with an unknown one', async () => {
		for (const what of [{ kind: 'html' }, { kind: 'status', status: 500 }, { kind: 'truncate', bytes: 50 }] as const) {
			const page = await pageOf(hub, PATH);
			fault('pulls.json', what);
			const { results, problems } = await collected(page);
			expect(problems.map(({ subject }) => subject)).toEqual(['submission-states']);
			expect(new Set(results.flatMap(({ submission }) => submission?.state ?? []))).toEqual(new Set(['unknown']));
			expect(places(results)).toContain('#3 .eval_results/gpqa_independent.yaml');
			undo.pop()?.();
		}
	});

	test('the list of states is no list', async () => {
		const page = await pageOf(hub, PATH);
		fault('pulls.json', { kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body: '{"message":"moved"}' });
		const { problems } = await collected(page);
		expect(problems).toMatchObject([{ code: 'unexpected-answer', subject: 'submission-states' }]);
	});

	test('the history: entries are shown, and that some may be inherited is said', async () => {
		const page = await pageOf(hub, PATH);
		fault(GIT, { kind: 'status', status: 500 }, { after: 4 });
		const { results, problems } = await collected(page);
		expect(problems.map(({ subject }) => subject)).toEqual(['inheritance']);
		expect(places(results)).toContain('#4 .eval_results/tide_tables.yaml');
	});

	test('a benchmark: the others are read, and the problem names it', async () => {
		const page = await pageOf(hub, PATH);
		fault('/datasets/cais/hle.git', { kind: 'status', status: 500 });
		const { events, problems } = await collected(page);
		expect(problems).toMatchObject([{ code: 'server-error', subject: 'benchmark', params: { dataset: 'cais/hle' } }]);
		const found = events.flatMap((event) => (event.type === 'benchmark' && event.found ? [event.dataset] : []));
		expect(found).toEqual(['MathArena/aime_2026', 'Idavidrein/gpqa', 'TIGER-Lab/MMLU-Pro', 'fieldnotes/tide-tables']);
	});

	test.each([
		[401, 'sign-in-needed'],
		[403, 'sign-in-needed'],
		[307, 'redirected-elsewhere'],
	])('a benchmark that answers %i is a problem: nobody knows whether it defines something', async (status, code) => {
		const page = await pageOf(hub, PATH);
		fault('/datasets/cais/hle.git', { kind: 'status', status });
		const given = ports();
		for (const again of [1, 2]) {
			const { events, problems } = await collected(page, given);
			expect(problems, `time ${again}`).toMatchObject([{ code, subject: 'benchmark', params: { dataset: 'cais/hle' } }]);
			expect(events).not.toContainEqual(expect.objectContaining({ type: 'benchmark', dataset: 'cais/hle' }));
		}
	});

	test('a benchmark that is not there is none', async () => {
		const page = await pageOf(hub, PATH);
		fault('/datasets/cais/hle.git', { kind: 'status', status: 404 });
		const { events, problems } = await collected(page);
		expect(problems).toEqual([]);
		expect(events).toContainEqual(expect.objectContaining({ type: 'benchmark', dataset: 'cais/hle', found: false }));
	});
});
