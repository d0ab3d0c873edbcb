import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../../../../shared/messages/catalogue.ts';
import { problemWords } from '../../../../shared/messages/problem-words.ts';
import { words } from '../../../../shared/messages/words.ts';
import type { HttpAnswer, Ports } from '../../../../shared/ports.ts';
import { PermissionMissing } from '../../../../shared/ports.ts';
import { buildReport } from '../../../../shared/report/build-report.ts';
import { type Forge, type ForgeName, startForge } from '../../../hosts/forges/server.ts';
import { collected } from '../collecting.ts';
import { forgePageOf, forgePorts } from './reading.ts';

const say = words(bundled, 'en');
const HOSTS = [
	'github',
	'gitlab',
	'gitea',
	'gogs',
	'bitbucketCloud',
	'bitbucketServer',
	'azure',
	'modelscope',
	'gitee',
	'sourcehut',
	'pagure',
] as const satisfies readonly ForgeName[];
const forges = new Map<ForgeName, Forge>();
beforeAll(async () => {
	for (const name of HOSTS) forges.set(name, await startForge(name));
}, 60_000);
afterAll(async () => {
	for (const forge of forges.values()) await forge.close();
});
const HOMES: Partial<Record<ForgeName, string>> = {
	gitlab: '/lumen-labs/research/kestrel-32b-instruct',
	bitbucketServer: '/projects/LUM/repos/kestrel-32b-instruct/browse',
	azure: '/lumen-labs/models/_git/kestrel-32b-instruct',
	modelscope: '/models/lumen-labs/kestrel-32b-instruct',
	sourcehut: '/~lumen-labs/kestrel-32b-instruct/tree/main',
};
const home = (name: ForgeName) => HOMES[name] ?? '/lumen-labs/kestrel-32b-instruct';
/** These are asked by git alone. */
const WITHOUT_API: ReadonlySet<ForgeName> = new Set<ForgeName>(['gogs', 'modelscope', 'sourcehut']);
const isGit = (url: string) => /\/(?:info\/refs|git-upload-pack)/.test(url);

/** Answers by itself, or lets the request through. */
type Fault = (url: string, signal: AbortSignal) => Promise<HttpAnswer> | HttpAnswer;

const TYPES: Readonly<Record<string, string>> = { json: 'application/json', git: 'application/x-git-upload-pack-advertisement' };
const answer = (
	url: string,
	status: number,
	headers: Readonly<Record<string, string>> = {},
	body: AsyncIterable<Uint8Array> = none(),
): HttpAnswer => ({
	status,
	url,
	header: (name) => headers[name] ?? (name === 'content-type' ? TYPES[isGit(url) ? 'git' : 'json'] : undefined),
	body,
});
async function* none(): AsyncGenerator<Uint8Array> {}
async function* then(bytes: Uint8Array, after: () => Promise<void>): AsyncGenerator<Uint8Array> {
	yield bytes;
	await after();
}
/** Who waits until a time that only comes when something hangs. */
const sleepers = new Set<() => void>();
/** Hangs for good, and lets time pass. */
const never = (signal: AbortSignal) =>
	new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason));
		setImmediate(() => {
			for (const wake of sleepers) wake();
		});
	});
const text = (value: string) => new TextEncoder().encode(value);

/** As the platforms tell each; what a browser calls a failed network has no more words than that. */
const FAULTS: readonly (readonly [string, Fault, string])[] = [
	['no such name (DNS)', () => Promise.reject(new TypeError('getaddrinfo ENOTFOUND')), 'offline'],
	['a refused connection', () => Promise.reject(new TypeError('connect ECONNREFUSED')), 'offline'],
	['a certificate of somebody else', () => Promise.reject(new TypeError('self-signed certificate')), 'offline'],
	['no permission', (url) => Promise.reject(new PermissionMissing(new URL(url).origin)), 'permission-missing'],
	['401', (url) => answer(url, 401), 'sign-in-needed'],
	['403', (url) => answer(url, 403), 'sign-in-needed'],
	['404', (url) => answer(url, 404), 'not-found'],
	['429 without Retry-After', (url) => answer(url, 429), 'rate-limited'],
	['429 with Retry-After', (url) => answer(url, 429, { 'retry-after': '120' }), 'rate-limited'],
	['500', (url) => answer(url, 500), 'server-error'],
	['a hang before the headers', (_url, signal) => never(signal), 'timeout'],
	[
		'a hang before the body',
		(url, signal) =>
			answer(
				url,
				200,
				{},
				then(new Uint8Array(), () => never(signal)),
			),
		'timeout',
	],
	[
		'a hang in the middle of the body',
		(url, signal) =>
			answer(
				url,
				200,
				{},
				then(text('['), () => never(signal)),
			),
		'timeout',
	],
	[
		'a body that breaks off',
		(url) =>
			answer(
				url,
				200,
				{},
				then(text('['), () => Promise.reject(new TypeError('terminated'))),
			),
		'offline',
	],
	[
		'a web page',
		(url) =>
			answer(
				url,
				200,
				{ 'content-type': 'text/html' },
				then(text('<!doctype html>'), async () => undefined),
			),
		'unexpected-answer',
	],
	['a body of 100 MB', (url) => answer(url, 200, {}, endless(100 * 1024 * 1024)), 'too-large'],
	['a redirect to another origin', (url) => answer(url, 302, { location: 'https://elsewhere.example/' }), 'redirected-elsewhere'],
	['a redirect that a browser hides', (url) => answer(url, 0), 'redirected-elsewhere'],
	['a redirect to itself', (url) => answer(url, 301, { location: url }), 'redirected-elsewhere'],
];

async function* endless(size: number): AsyncGenerator<Uint8Array> {
	const chunk = new Uint8Array(64 * 1024).fill(0x20);
	for (let sent = 0; sent < size; sent += chunk.length) yield chunk;
}

/** Ports in which all requests to `what` fail; their clock moves only where something hangs. */
function failing(forge: Forge, what: 'git' | 'api', fault: Fault): Ports {
	const given = forgePorts(forge);
	let now = Date.now();
	return {
		...given,
		now: () => now,
		sleep: (milliseconds, signal) =>
			new Promise((resolve, reject) => {
				const wake = () => {
					sleepers.delete(wake);
					now += milliseconds;
					resolve();
				};
				sleepers.add(wake);
				signal.addEventListener('abort', () => {
					sleepers.delete(wake);
					reject(signal.reason);
				});
			}),
		fetch: async (asked, signal) => (isGit(asked.url) === (what === 'git') ? fault(asked.url, signal) : given.fetch(asked, signal)),
	};
}

describe.each(HOSTS)('%s', (name) => {
	describe.each(FAULTS)('with %s', (_, fault, code) => {
		test('from git: a state with words, and nothing thrown', async () => {
			const forge = forges.get(name)!;
			const { events, evidence, problems } = await collected(await forgePageOf(forge, home(name)), failing(forge, 'git', fault));
			expect(evidence).toEqual([]);
			expect(problems.map((one) => [one.code, one.subject])).toEqual([[code, 'repository']]);
			expect(events.at(-1)?.type).toBe('done');
			const report = buildReport(events);
			for (const problem of report?.problems ?? []) {
				const { what, why } = problemWords(say, problem, report!, Date.now());
				expect(what.endsWith('.') && why.endsWith('.') && !/[{}]|undefined/.test(what + why)).toBe(true);
			}
		});

		test('from its API: what git says stands, and the failure is told', async () => {
			const forge = forges.get(name)!;
			const { evidence, problems } = await collected(await forgePageOf(forge, home(name)), failing(forge, 'api', fault));
			expect(evidence.length).toBeGreaterThan(6);
			const expected = WITHOUT_API.has(name) ? [] : [[code, 'submission-states']];
			expect(problems.filter(({ subject }) => subject !== 'inheritance').map((one) => [one.code, one.subject])).toEqual(expected);
		});
	});
});

test('a host that hangs keeps no other from being read', async () => {
	const forge = forges.get('github')!;
	const page = await forgePageOf(forge, home('github'));
	const hanging = failing(forge, 'git', (_url, signal) => never(signal));
	const stop = new AbortController();
	const stuck = collected(page, { ...hanging, sleep: (_, signal) => never(signal) }, undefined, stop.signal).catch(() => 'stopped');
	const other = await collected(await forgePageOf(forges.get('gitea')!, home('gitea')), forgePorts(forges.get('gitea')!));
	expect(other.evidence.length).toBeGreaterThan(7);
	stop.abort();
	expect(await stuck).toBe('stopped');
});
