import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import { type FollowMessage, type News, REPORT_PORT } from '../../shared/protocol/message.ts';
import { readNews } from '../../shared/protocol/read-news.ts';
import { waitUntil } from './wait-until.ts';

/** Whether the extension that started this script still runs: not after an update, a removal or a reload. */
export const alive = (runtime: Pick<typeof chrome.runtime, 'id'> | undefined): boolean => {
	try {
		return runtime?.id !== undefined;
	} catch {
		return false;
	}
};

const AGAIN: FollowMessage = { type: 'again' };

export interface Following {
	/** Reads again, whatever is stored. */
	again(): void;
}

export interface FollowOptions {
	/** Whether following may cause requests: also, as long as it lasts, those for which a host named the time. */
	readonly start: boolean;
	/** The tab that a popup speaks of. */
	readonly tab?: number;
	readonly news: (news: News) => void;
	/** The extension was reloaded: only a reload of the page brings it back. */
	readonly gone: () => void;
}

/** Between two attempts to reach the background, ms. */
const PAUSE = 1000;
/** So many attempts in a row that bring nothing new: something is broken. */
const ATTEMPTS = 5;

/**
 * Follows what is known of a repository until the signal aborts. The background may be stopped at any time: as long as it was
 * reading, the port is opened again and goes on after the last report that was seen.
 */
export function follow(runtime: typeof chrome.runtime, page: RepoPage, options: FollowOptions, signal: AbortSignal): Following {
	let port: chrome.runtime.Port | undefined;
	let run = '';
	let after = 0;
	let reading = true;
	let opened = 0;
	let attempts = 0;
	/** Reading again was asked for, and has not ended. */
	let again = false;

	const open = () => {
		if (signal.aborted) return;
		if (!alive(runtime) || attempts >= ATTEMPTS) return options.gone();
		attempts += 1;
		opened = Date.now();
		port = runtime.connect({ name: REPORT_PORT });
		port.onMessage.addListener((value: unknown) => {
			const news = readNews(value);
			if (!news || signal.aborted) return;
			if (news.run !== run || (news.report?.seq ?? 0) > after || !news.reading) attempts = 0;
			run = news.run;
			after = news.report?.seq ?? 0;
			reading = news.reading;
			if (!reading) again = false;
			options.news(news);
			if (!reading && options.start) wait(news.problems);
		});
		port.onDisconnect.addListener(() => {
			port = undefined;
			if (!alive(runtime)) return options.gone();
			if (reading) setTimeout(open, Math.max(0, opened + PAUSE - Date.now()));
		});
		const { start, tab } = options;
		const more = { ...(again && { again }), ...(tab === undefined ? {} : { tab }) };
		port.postMessage({ type: 'follow', page, run, after, start, ...more } satisfies FollowMessage);
	};
	const askAgain = () => {
		attempts = 0;
		reading = true;
		again = true;
		if (port) port.postMessage(AGAIN);
		else open();
	};
	const wait = waitUntil(askAgain, signal);
	signal.addEventListener('abort', () => port?.disconnect(), { once: true });
	open();
	return { again: askAgain };
}
