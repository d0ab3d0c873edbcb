import { describe, expect, test } from 'vitest';
import { type Collect, session } from '../../../extension/background/session.ts';
import { oid } from '../../../shared/git/oid.ts';
import type { CollectStep, Problem } from '../../../shared/hosts/evidence.ts';
import type { RepoPage } from '../../../shared/hosts/repo-page.ts';
import type { Ports } from '../../../shared/ports.ts';
import type { News } from '../../../shared/protocol/message.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import type { Entry, Store, StoreKind } from '../../../shared/store/store.ts';

const BEGIN = Date.UTC(2026, 3, 1, 12);
const page: RepoPage = {
	host: 'git',
	origin: 'https://git.example.org',
	path: 'lumen/kestrel',
	kind: 'model',
	url: 'https://git.example.org/lumen/kestrel',
	cloneUrl: 'https://git.example.org/lumen/kestrel.git',
	shows: ['.eval_results'],
	offers: {},
};
const id = 'https://git.example.org/lumen/kestrel';

const hash = (digit: string) => oid(digit.repeat(40))!;
const repository = (head = 'a'): CollectStep => ({
	type: 'repository',
	repository: {
		id,
		host: 'git',
		origin: page.origin,
		path: page.path,
		kind: 'model',
		url: page.url,
		head: hash(head),
		defaultBranch: 'main',
	},
});
const file = (name: string, value: string, commit = 'a'): CollectStep => ({
	type: 'evidence',
	evidence: {
		id: `${id}@${hash(commit)}:.eval_results/${name}.yaml`,
		repository: id,
		role: 'results',
		path: `.eval_results/${name}.yaml`,
		ref: 'refs/heads/main',
		commit: hash(commit),
		blob: hash('b'),
		bytes: new TextEncoder().encode(`- dataset:\n    id: cais/hle\n    task_id: hle\n  value: ${value}\n`),
	},
});
const steps: readonly CollectStep[] = [
	repository(),
	{ type: 'objects', objects: [{ oid: hash('c'), type: 'tree', bytes: new Uint8Array([1, 2]) }] },
	{ type: 'objects', objects: [] },
	{ type: 'objects', objects: [] },
	file('one', '20.90'),
	file('two', '31'),
	{ type: 'submissions', total: 3, read: 3 },
	{ type: 'benchmark', dataset: 'cais/hle', found: false },
	{ type: 'problem', problem: { code: 'corrupt', subject: 'file', params: { origin: page.origin } } },
	{ type: 'done', at: BEGIN + 1000 },
];

/** Tells these steps, and counts how often it was asked. */
function telling(told: readonly CollectStep[]): Collect & { asked: number } {
	const collect = Object.assign(
		async function* () {
			collect.asked += 1;
			for (const step of told) yield step;
		},
		{ asked: 0 },
	);
	return collect;
}

function ports(store: Store, now = () => BEGIN): Ports {
	const never = () => Promise.reject(new Error('not used here'));
	return { store, now, fetch: never, sleep: never, digest: never };
}

const signal = () => new AbortController().signal;

/** Reads to the end and tells the last news. */
async function read(store: Store, collect: Collect, now = BEGIN, again = false): Promise<News> {
	const one = session(
		page,
		collect,
		ports(store, () => now),
	);
	await one.read(signal(), again);
	return one.news()!;
}

/** A store whose background dies when that many entries have been put: before the next one, or right after it. */
function dyingStore(store: Store, puts: number, when: 'before' | 'after'): Store {
	let left = puts;
	return {
		...store,
		async put<T>(kind: StoreKind, key: string, entry: Entry<T>) {
			if (when === 'before' && left === 0) throw new Error('killed');
			await store.put(kind, key, entry);
			if (when === 'after' && left === 0) throw new Error('killed');
			left -= 1;
		},
	};
}

describe('a background that is killed', () => {
	const cases = steps.flatMap((_, n) => [
		{ n, when: 'before' as const },
		{ n, when: 'after' as const },
	]);
	cases.push({ n: steps.length, when: 'before' }, { n: steps.length, when: 'after' });

	test.each(cases)('$when entry $n was stored loses and doubles nothing', async ({ n, when }) => {
		const whole = await read(memoryStore(), telling(steps));
		const store = memoryStore();
		await expect(read(dyingStore(store, n, when), telling(steps))).rejects.toThrow('killed');
		const resumed = await read(store, telling(steps), BEGIN + 2000);
		expect(resumed.report).toEqual(whole.report);
		expect(resumed.report?.results.map((result) => result.valueText)).toEqual(['20.90', '31']);
		expect(resumed.reading).toBe(false);
	});

	test('between every two events one after the other', async () => {
		const whole = await read(memoryStore(), telling(steps));
		const store = memoryStore();
		for (let n = 0; n < steps.length; n++) await read(dyingStore(store, 1, 'before'), telling(steps)).catch(() => {});
		expect((await read(store, telling(steps))).report).toEqual(whole.report);
		expect(await store.keys('event')).toHaveLength(steps.length);
	});

	test('begins anew when somebody pushed meanwhile', async () => {
		const store = memoryStore();
		await read(dyingStore(store, 6, 'before'), telling(steps)).catch(() => {});
		const pushed = [repository('d'), file('one', '44', 'd'), { type: 'done', at: BEGIN + 3000 } as const];
		const { report } = await read(store, telling(pushed), BEGIN + 2000);
		expect(report?.results.map((result) => result.valueText)).toEqual(['44']);
		expect(await store.keys('event')).toHaveLength(pushed.length);
	});

	test('begins anew when it was long ago', async () => {
		const store = memoryStore();
		await read(dyingStore(store, 6, 'before'), telling(steps)).catch(() => {});
		const { report } = await read(store, telling([repository(), file('one', '44'), { type: 'done', at: BEGIN }]), BEGIN + 6 * 60_000);
		expect(report?.results.map((result) => result.valueText)).toEqual(['44']);
	});
});

describe('what is posted', () => {
	test('was stored before', async () => {
		const store = memoryStore();
		const one = session(page, telling(steps), ports(store));
		const stored: Promise<boolean>[] = [];
		one.follow(({ report }) => {
			if (report) stored.push(store.keys('event').then((keys) => keys.length >= report.seq));
		}, signal());
		await one.read(signal());
		expect(stored.length).toBeGreaterThan(5);
		expect(new Set(await Promise.all(stored))).toEqual(new Set([true]));
	});

	test('stops with the signal', async () => {
		const one = session(page, telling(steps), ports(memoryStore()));
		const gone = new AbortController();
		let heard = 0;
		one.follow(() => {
			heard += 1;
			gone.abort();
		}, gone.signal);
		await one.read(signal());
		expect(heard).toBe(1);
	});

	test('reading that is stopped goes on from where it was', async () => {
		const store = memoryStore();
		const stop = new AbortController();
		const one = session(page, telling(steps), ports(store));
		one.follow(({ report }) => {
			if (report?.seq === 5) stop.abort();
		}, signal());
		await expect(one.read(stop.signal)).rejects.toThrow();
		expect((await read(store, telling(steps))).report?.results).toHaveLength(2);
	});
});

describe('a second visit', () => {
	test('within five minutes asks nobody', async () => {
		const store = memoryStore();
		const first = await read(store, telling(steps));
		const collect = telling(steps);
		const second = await read(store, collect, BEGIN + 4 * 60_000);
		expect(collect.asked).toBe(0);
		expect(second.report).toEqual(first.report);
	});

	test('shows what was read before at once, and reads again', async () => {
		const store = memoryStore();
		await read(store, telling(steps));
		const news: News[] = [];
		const now = BEGIN + 10 * 60_000;
		const one = session(
			page,
			telling([repository('e'), file('one', '50', 'e'), { type: 'done', at: now }]),
			ports(store, () => now),
		);
		one.follow((latest) => news.push(latest), signal());
		await one.read(signal());
		expect(news[0]).toMatchObject({ earlier: true, reading: true });
		expect(news[0]?.report?.results).toHaveLength(2);
		// Nothing flickers: the earlier report stays until the new one is whole.
		expect(new Set(news.slice(0, -1).map(({ report }) => report?.results.length))).toEqual(new Set([2]));
		expect(news.at(-1)).toMatchObject({ earlier: false, reading: false });
		expect(news.at(-1)?.report?.results.map((result) => result.valueText)).toEqual(['50']);
	});

	test.each(['offline', 'rate-limited', 'permission-missing'] as const)('that is %s shows what was read before, and why', async (code) => {
		const store = memoryStore();
		await read(store, telling(steps));
		const problem: Problem = { code, subject: 'repository', params: { origin: page.origin } };
		const failing = telling([
			{ type: 'problem', problem },
			{ type: 'done', at: BEGIN },
		]);
		const now = BEGIN + 10 * 60_000;
		const news = await read(store, failing, now);
		expect(news).toMatchObject({ earlier: true, reading: false, problems: [problem] });
		expect(news.report?.results).toHaveLength(2);
		// And it is not forgotten over the failure.
		expect((await read(store, failing, now + 1)).report?.results).toHaveLength(2);
	});

	test('again reads whatever is stored', async () => {
		const store = memoryStore();
		await read(store, telling(steps));
		const collect = telling(steps);
		await read(store, collect, BEGIN + 1000, true);
		expect(collect.asked).toBe(1);
	});
});

test('a fault in the middle keeps what was read, and the next reading goes on from there', async () => {
	const store = memoryStore();
	const failing: Collect = async function* () {
		yield* steps.slice(0, 5);
		throw new Error('a fault');
	};
	await expect(read(store, failing)).rejects.toThrow('a fault');
	expect(await store.keys('event')).toHaveLength(5);
	expect((await read(store, telling(steps))).report?.results).toHaveLength(2);
});

test('what failed in passing is not taken over by who goes on', async () => {
	const store = memoryStore();
	const problem: Problem = { code: 'offline', subject: 'benchmark', params: { origin: page.origin } };
	const dying = telling([repository(), { type: 'problem', problem }, file('one', '1')]);
	await read(dyingStore(store, 3, 'before'), dying).catch(() => {});
	const { report } = await read(store, telling(steps), BEGIN + 2000);
	expect(report?.problems.map(({ code }) => code)).toEqual(['corrupt']);
	expect(report?.results).toHaveLength(2);
});

test('only listening causes no request', async () => {
	const collect = telling(steps);
	const one = session(page, collect, ports(memoryStore()));
	await one.recall();
	expect(one.news()).toMatchObject({ reading: false });
	expect(one.news()?.report).toBeUndefined();
	expect(collect.asked).toBe(0);
});
