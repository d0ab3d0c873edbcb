import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { follow } from '../../../extension/content/follow.ts';
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

function following() {
	const background = new Background();
	const gone = vi.fn();
	const news = vi.fn();
	const leave = new AbortController();
	// As much of the interface as is used.
	const runtime = background as unknown as typeof chrome.runtime;
	const handle = follow(runtime, page, { start: true, news, gone }, leave.signal);
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
		expect(background.ports[1]?.got).toHaveLength(1);
		background.ports[1]?.say({ reading: false });
		expect(background.ports[1]?.got.at(-1)).toEqual({ type: 'again' });
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
