import { describe, expect, test } from 'vitest';
import { type Collect, session } from '../../../extension/background/session.ts';
import { oid } from '../../../shared/git/oid.ts';
import type { CollectStep, Evidence } from '../../../shared/hosts/evidence.ts';
import type { RepoPage } from '../../../shared/hosts/repo-page.ts';
import { request } from '../../../shared/http/request.ts';
import type { HttpAnswer, Ports } from '../../../shared/ports.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import { entryOf, fresh } from '../../../shared/store/schema.ts';
import type { Store } from '../../../shared/store/store.ts';

const BEGIN = Date.UTC(2026, 3, 1, 12);
const MINUTE = 60_000;
const id = 'https://git.example.org/lumen/kestrel';
const page: RepoPage = {
	host: 'git',
	origin: 'https://git.example.org',
	path: 'lumen/kestrel',
	kind: 'model',
	url: id,
	cloneUrl: `${id}.git`,
	shows: ['.eval_results'],
	offers: {},
};

const hash = (digit: string) => oid(digit.repeat(40))!;
const bytes = (value: string) => new TextEncoder().encode(`- dataset:\n    id: cais/hle\n    task_id: hle\n  value: ${value}\n`);
const repository = (head: string): CollectStep => ({
	type: 'repository',
	repository: { id, host: 'git', origin: page.origin, path: page.path, kind: 'model', url: id, head: hash(head) },
});
const file = (value: string, commit: string, more: Partial<Evidence> = {}): CollectStep => ({
	type: 'evidence',
	evidence: {
		id: `${id}@${hash(commit)}:.eval_results/hle.yaml`,
		repository: id,
		role: 'results',
		path: '.eval_results/hle.yaml',
		ref: 'refs/heads/main',
		commit: hash(commit),
		blob: hash('b'),
		bytes: bytes(value),
		...more,
	},
});
/** The same file in pull request 7, which started from these versions of it. */
const pulled = (value: string, commit: string, base: readonly { blob: string; value: string }[]): CollectStep =>
	file(value, commit, {
		ref: 'refs/pull/7/head',
		submission: { number: 7, state: 'unknown' },
		base: base.map((one) => ({ blob: hash(one.blob), bytes: bytes(one.value) })),
	});
const done: CollectStep = { type: 'done', at: BEGIN };

const never = () => Promise.reject(new Error('not used here'));
const portsOf = (store: Store, now: () => number, fetch: Ports['fetch'] = never): Ports => ({
	store,
	now,
	fetch,
	sleep: never,
	digest: never,
});
const signal = () => new AbortController().signal;

async function read(collect: Collect, ports: Ports, again = false) {
	const one = session(page, collect, ports);
	await one.read(signal(), again);
	return one.news()!;
}

const telling = (...told: CollectStep[]): Collect =>
	async function* () {
		yield* told;
	};

/** Tells these steps and is then stopped. */
const stopping = (...told: CollectStep[]): Collect =>
	async function* () {
		yield* told;
		throw new Error('stopped');
	};

const valuesOf = ({ report }: Awaited<ReturnType<typeof read>>) => report?.results.map(({ valueText }) => valueText);

describe('asking again', () => {
	test('shows what was pushed four minutes after the refs were listed', async () => {
		let now = BEGIN;
		let value = '20.90';
		/** Remembers what it is answered, as the listing of refs does. */
		const collect: Collect = async function* (_page, { store, now }) {
			const known = await store.get<string>('refs', 'all');
			const entry = fresh(known, now()) ? known : entryOf('refs', value, now());
			await store.put('refs', 'all', entry);
			const head = entry.value === '20.90' ? 'a' : 'd';
			yield repository(head);
			yield file(entry.value, head);
			yield { type: 'done', at: entry.at };
		};
		const ports = portsOf(memoryStore(), () => now);
		expect(valuesOf(await read(collect, ports))).toEqual(['20.90']);
		value = '44';
		now += 4 * MINUTE;
		const news = await read(collect, ports, true);
		expect(valuesOf(news)).toEqual(['44']);
		expect(news.report?.asOf).toBe(now);
	});

	test('asks the host for what it did not have a moment ago', async () => {
		let status = 404;
		let asked = 0;
		const fetch: Ports['fetch'] = async ({ url }) => {
			asked += 1;
			const body = (async function* () {})();
			return { status, url, header: () => undefined, body } satisfies HttpAnswer;
		};
		const collect: Collect = async function* (_page, ports, signal) {
			yield repository('a');
			const answer = await request(ports, { url: `${id}/info`, method: 'GET', subject: 'repository' }, {}, signal);
			if (!answer.ok) yield { type: 'problem', problem: answer.problem };
			yield { type: 'done', at: ports.now() };
		};
		const time = { ...portsOf(memoryStore(), () => BEGIN, fetch), sleep: () => new Promise<void>(() => {}) };
		expect((await read(collect, time)).problems.map(({ code }) => code)).toEqual(['not-found']);
		status = 200;
		expect((await read(collect, time, true)).problems).toEqual([]);
		expect(asked).toBe(2);
	});

	test('asks also where a reading was stopped after its last event', async () => {
		const store = memoryStore();
		const dying: Store = { ...store, put: (kind, key, entry) => (kind === 'report' ? never() : store.put(kind, key, entry)) };
		const ports = portsOf(store, () => BEGIN);
		await expect(
			read(
				telling(repository('a'), file('20.90', 'a'), done),
				portsOf(dying, () => BEGIN),
			),
		).rejects.toThrow();
		expect(valuesOf(await read(telling(repository('d'), file('44', 'd'), done), ports, true))).toEqual(['44']);
	});

	test('a reading without an end of its own is as old as its question', async () => {
		let now = BEGIN;
		const collect: Collect = async function* () {
			yield repository('a');
			now += 3 * MINUTE;
		};
		const news = await read(
			collect,
			portsOf(memoryStore(), () => now),
		);
		expect(news.report?.asOf).toBe(BEGIN);
	});
});

describe('a reading that is taken up after something moved says what a new one says', () => {
	const before = { blob: 'e', value: '20.90' };
	const cases: readonly (readonly [string, readonly CollectStep[], readonly CollectStep[]])[] = [
		[
			'what a pull request started from',
			[repository('a'), pulled('20.90', 'c', [before])],
			[repository('a'), pulled('20.90', 'c', [{ blob: 'f', value: '1' }]), done],
		],
		[
			'what it started from, the other way round',
			[repository('a'), pulled('20.90', 'c', [])],
			[repository('a'), pulled('20.90', 'c', [before]), done],
		],
		[
			'a pull request, which has no such file any more',
			[repository('a'), file('1', 'a'), pulled('2', 'c', [])],
			[repository('a'), file('1', 'a'), done],
		],
		[
			'a pull request that was not read yet',
			[repository('a'), file('1', 'a')],
			[repository('a'), file('1', 'a'), pulled('2', 'c', []), done],
		],
		[
			'a pull request to another commit',
			[repository('a'), pulled('2', 'c', [])],
			[repository('a'), pulled('3', 'd', []), { type: 'submissions', total: 1, read: 1 }, done],
		],
		['the default branch', [repository('a'), file('1', 'a')], [repository('d'), file('2', 'd'), done]],
		[
			'the number of pull requests',
			[repository('a'), { type: 'submissions', total: 2, read: 2 }],
			[repository('a'), { type: 'submissions', total: 1, read: 1 }, done],
		],
		[
			'a benchmark',
			[repository('a'), { type: 'benchmark', dataset: 'cais/hle', found: false }],
			[repository('a'), { type: 'benchmark', dataset: 'cais/hle', found: true }, done],
		],
	];

	test.each(cases)('%s', async (_what, told, since) => {
		const store = memoryStore();
		const ports = portsOf(store, () => BEGIN);
		const anew = await read(
			telling(...since),
			portsOf(memoryStore(), () => BEGIN),
		);
		await expect(read(stopping(...told), ports)).rejects.toThrow('stopped');
		const resumed = await read(telling(...since), ports);
		expect(resumed.report).toEqual(anew.report);
		// An export is made from the events: they are those of one state too.
		expect(await store.keys('event')).toHaveLength(since.length);
	});

	test.each(cases)('%s, also when it is stopped again after each event', async (_what, told, since) => {
		const anew = await read(
			telling(...since),
			portsOf(memoryStore(), () => BEGIN),
		);
		for (let n = 0; n < since.length; n++) {
			const ports = portsOf(memoryStore(), () => BEGIN);
			await expect(read(stopping(...told), ports)).rejects.toThrow('stopped');
			await expect(read(stopping(...since.slice(0, n)), ports)).rejects.toThrow('stopped');
			expect((await read(telling(...since), ports)).report).toEqual(anew.report);
		}
	});
});

test('asked again while it reads, it reads again after; asked once more, it does not read a third time', async () => {
	let open = (): void => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	let readings = 0;
	const collect: Collect = async function* () {
		const mine = readings++;
		await opened;
		yield repository('a');
		yield file(String(mine), 'a');
		yield done;
	};
	const one = session(
		page,
		collect,
		portsOf(memoryStore(), () => BEGIN),
	);
	const plain = one.read(signal());
	const again = one.read(signal(), true);
	const more = one.read(signal(), true);
	open();
	await Promise.all([plain, again, more]);
	expect(readings).toBe(2);
	expect(one.news()?.report?.results.map(({ valueText }) => valueText)).toEqual(['1']);
});
