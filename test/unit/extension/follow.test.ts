import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { follow } from '../../../extension/content/follow.ts';
import type { Problem } from '../../../shared/hosts/evidence.ts';
import type { RepoPage } from '../../../shared/hosts/repo-page.ts';
import type { News } from '../../../shared/protocol/message.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const page: RepoPage = {
	host: 'git',
	origin: 'https://git.example.org',
	path: 'o/m',
	kind: 'model',
	url: 'https://git.example.org/o/m',
	cloneUrl: 'https://git.example.org/o/m.git',
	shows: [],
	offers: {},
};

/** The other end of each port that was opened: what it got, and what it may do. */
class Background {
	id: string | undefined = 'evalmark';
	readonly ports: { readonly got: unknown[]; say(news: Partial<News>): void; die(): void; readonly left: () => boolean }[] = [];

	connect = () => {
		const got: unknown[] = [];
		const hear: ((value: unknown) => void)[] = [];
		const dead: (() => void)[] = [];
		let left = false;
		this.ports.push({
			got,
			say: (news) => {
				for (const listener of hear) listener({ type: 'news', run: '1', reading: true, earlier: false, problems: [], ...news });
			},
			die: () => {
				for (const listener of dead) listener();
			},
			left: () => left,
		});
		return {
			postMessage: (message: unknown) => got.push(message),
			onMessage: { addListener: (listener: (value: unknown) => void) => hear.push(listener) },
			onDisconnect: { addListener: (listener: () => void) => dead.push(listener) },
			disconnect: () => {
				left = true;
			},
		};
	};
}

const reportAt = (seq: number) =>
	({ seq, repository: {}, results: [], assessments: [], benchmarks: [], evidence: [], problems: [] }) as unknown as NonNullable<
		News['report']
	>;

function following(start = true) {
	const background = new Background();
	const gone = vi.fn();
	const news = vi.fn();
	const leave = new AbortController();
	// As much of the interface as is used.
	const runtime = background as unknown as typeof chrome.runtime;
	const handle = follow(runtime, page, { start, news, gone }, leave.signal);
	return { background, gone, news, leave, handle };
}

describe('who follows a repository', () => {
	test('goes on after the last report when the background was killed while reading', () => {
		const { background, news } = following();
		background.ports[0]?.say({ run: '7', report: reportAt(4) });
		background.ports[0]?.die();
		vi.advanceTimersByTime(1000);
		expect(background.ports[1]?.got).toEqual([{ type: 'follow', page, run: '7', after: 4, start: true }]);
		background.ports[1]?.say({ run: '7', report: reportAt(9), reading: false });
		expect(news).toHaveBeenCalledTimes(2);
	});

	test('does not wake the background when all was read', () => {
		const { background } = following();
		background.ports[0]?.say({ reading: false });
		background.ports[0]?.die();
		vi.advanceTimersByTime(60_000);
		expect(background.ports).toHaveLength(1);
	});

	test('asks again, also when the background is gone', () => {
		const { background, handle } = following();
		background.ports[0]?.say({ reading: false });
		handle.again();
		expect(background.ports[0]?.got.at(-1)).toEqual({ type: 'again' });
		background.ports[0]?.say({ reading: false });
		background.ports[0]?.die();
		handle.again();
		expect(background.ports[1]?.got).toEqual([{ type: 'follow', page, run: '1', after: 0, start: true, again: true }]);
	});

	test('asks again until that has ended, also when the background is killed over it', () => {
		const { background, handle } = following();
		background.ports[0]?.say({ reading: false });
		handle.again();
		background.ports[0]?.say({ run: '2', report: reportAt(3) });
		background.ports[0]?.die();
		vi.advanceTimersByTime(1000);
		expect(background.ports[1]?.got).toEqual([{ type: 'follow', page, run: '2', after: 3, start: true, again: true }]);
		background.ports[1]?.say({ run: '2', report: reportAt(9), reading: false });
		background.ports[1]?.die();
		handle.again();
		background.ports[2]?.die();
		vi.advanceTimersByTime(60_000);
		expect(background.ports.length).toBeGreaterThan(3);
	});

	test('says so when the extension was reloaded under it', () => {
		const { background, gone } = following();
		background.id = undefined;
		background.ports[0]?.die();
		vi.advanceTimersByTime(60_000);
		expect(gone).toHaveBeenCalledTimes(1);
		expect(background.ports).toHaveLength(1);
	});

	test('gives up on a background that dies each time', () => {
		const { background, gone } = following();
		for (let n = 0; n < 20; n++) {
			background.ports.at(-1)?.die();
			vi.advanceTimersByTime(1000);
		}
		expect(background.ports).toHaveLength(5);
		expect(gone).toHaveBeenCalled();
	});

	test('leaves with the page, and hears nothing more', () => {
		const { background, news, leave } = following();
		leave.abort();
		background.ports[0]?.say({ reading: false });
		expect(background.ports[0]?.left()).toBe(true);
		expect(news).not.toHaveBeenCalled();
	});

	test('passes over what is no news', () => {
		const { background, news } = following();
		background.ports[0]?.say({ run: 5 as unknown as string });
		background.ports[0]?.say({ report: [] as unknown as NonNullable<News['report']> });
		expect(news).not.toHaveBeenCalled();
	});
});

describe('a host that takes no more requests until a time', () => {
	const START = Date.UTC(2026, 3, 1, 12);
	const AGAIN = { type: 'again' };
	beforeEach(() => vi.setSystemTime(START));

	const limited = (until: number, code: Problem['code'] = 'rate-limited'): Problem => ({
		code,
		subject: 'repository',
		params: { origin: page.origin },
		until,
	});
	const asked = ({ got }: { readonly got: readonly unknown[] }) =>
		got.filter((message) => JSON.stringify(message) === JSON.stringify(AGAIN));

	test('is asked again then, not earlier, and once', () => {
		const { background } = following();
		const port = background.ports[0]!;
		port.say({ reading: false, problems: [limited(START + 600_000)] });
		// What is told twice is not asked for twice.
		port.say({ reading: false, problems: [limited(START + 600_000)] });
		vi.advanceTimersByTime(599_999);
		expect(asked(port)).toHaveLength(0);
		vi.advanceTimersByTime(1);
		expect(asked(port)).toHaveLength(1);
		port.say({ reading: false, problems: [limited(START + 600_000)] });
		vi.advanceTimersByTime(3_600_000);
		expect(asked(port)).toHaveLength(1);
	});

	test('is asked again each time that it names a new time, and at most once a minute', () => {
		const { background } = following();
		const port = background.ports[0]!;
		port.say({ reading: false, problems: [limited(START + 5_000)] });
		vi.advanceTimersByTime(5_000);
		expect(asked(port)).toHaveLength(1);
		port.say({ reading: false, problems: [limited(START + 6_000)] });
		vi.advanceTimersByTime(59_999);
		expect(asked(port)).toHaveLength(1);
		vi.advanceTimersByTime(1);
		expect(asked(port)).toHaveLength(2);
	});

	test('is asked again whatever it calls itself, at the first of several times', () => {
		const { background } = following();
		const port = background.ports[0]!;
		port.say({ reading: false, problems: [limited(START + 900_000), limited(START + 300_000, 'server-error')] });
		vi.advanceTimersByTime(300_000);
		expect(asked(port)).toHaveLength(1);
		port.say({ reading: false, problems: [limited(START + 900_000)] });
		vi.advanceTimersByTime(600_000);
		expect(asked(port)).toHaveLength(2);
	});

	test('is asked again also when the background was stopped meanwhile', () => {
		const { background } = following();
		background.ports[0]?.say({ reading: false, problems: [limited(START + 600_000)] });
		background.ports[0]?.die();
		vi.advanceTimersByTime(599_999);
		expect(background.ports).toHaveLength(1);
		vi.advanceTimersByTime(1);
		expect(background.ports[1]?.got).toEqual([{ type: 'follow', page, run: '1', after: 0, start: true, again: true }]);
	});

	test('is not asked when the page is left, or by who only listens', () => {
		const left = following();
		left.background.ports[0]?.say({ reading: false, problems: [limited(START + 600_000)] });
		left.leave.abort();
		const listening = following(false);
		listening.background.ports[0]?.say({ reading: false, problems: [limited(START + 600_000)] });
		vi.advanceTimersByTime(3_600_000);
		for (const { background } of [left, listening]) expect(background.ports.map(asked)).toEqual([[]]);
	});

	test('is not asked when it has answered meanwhile, or while it is read', () => {
		const { background } = following();
		const port = background.ports[0]!;
		port.say({ reading: false, problems: [limited(START + 600_000)] });
		port.say({ reading: false });
		port.say({ reading: true, problems: [limited(START + 600_000)] });
		vi.advanceTimersByTime(3_600_000);
		expect(asked(port)).toHaveLength(0);
	});

	test('is not asked at once for a time that no timer can count, nor after the clock was set back', () => {
		const { background } = following();
		const port = background.ports[0]!;
		const far = START + 40 * 24 * 3_600_000;
		port.say({ reading: false, problems: [limited(far)] });
		vi.advanceTimersByTime(39 * 24 * 3_600_000);
		vi.setSystemTime(START + 38 * 24 * 3_600_000);
		vi.advanceTimersByTime(24 * 3_600_000 + 3_600_000);
		expect(asked(port)).toHaveLength(0);
		vi.advanceTimersByTime(24 * 3_600_000);
		expect(asked(port)).toHaveLength(1);
	});
});
