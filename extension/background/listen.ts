import browser, { type Runtime } from 'webextension-polyfill';
import type { HostId } from '../../shared/hosts/repo-page.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { FollowMessage, News } from '../../shared/protocol/message.ts';
import { readFollow } from '../../shared/protocol/read-message.ts';
import { fieldsOf, textOf } from '../../shared/protocol/read-page.ts';
import { patternOf } from '../site-pattern.ts';
import { exportText } from './exporting.ts';
import { paced } from './paced.ts';
import { fromExtension, fromPageOf } from './sender.ts';
import { type Followed, followRepository } from './sessions.ts';
import { keysText } from './signatures.ts';
import { showInToolbar } from './toolbar.ts';

/** Told of what host a site is, by its match pattern. */
export type Learn = (site: string, host: HostId) => Promise<void>;

type Follow = Extract<FollowMessage, { type: 'follow' }>;

/** Posts the news of the repository that the other end follows, until it goes. */
export function followPort(port: Runtime.Port, say: Words, knows: (host: string) => boolean, learn: Learn): void {
	const gone = new AbortController();
	let followed: Followed | undefined;
	let again = false;
	port.onDisconnect.addListener(() => gone.abort());
	port.onMessage.addListener((value: unknown) => {
		const message = readFollow(value, knows);
		// Before it is known what is followed, it waits for that.
		if (message?.type === 'again') again = true;
		if (message?.type === 'again') followed?.again().catch(lose);
		if (message?.type !== 'follow' || followed) return;
		if (!fromExtension(port.sender) && !fromPageOf(message.page, port.sender)) return;
		begin(message).catch(lose);
	});
	/** After a fault the other end asks anew, and reading goes on from what is stored. */
	const lose = (fault: unknown) => {
		console.warn(fault);
		gone.abort();
		port.disconnect();
	};

	async function begin(message: Follow): Promise<void> {
		const { tab, isPrivate } = await tabOf(message, port.sender);
		if (gone.signal.aborted) return;
		// Of a private window nothing is remembered. Reading does not wait for it, and does not fail with it.
		if (!isPrivate && !fromExtension(port.sender)) learn(patternOf(message.page.origin), message.page.host).catch(console.warn);
		const post = paced<News>(
			(news) => {
				// What the other end has seen already is not sent again.
				const seen = !message.again && news.run === message.run && (news.report?.seq ?? 0) <= message.after && news.reading;
				if (!seen) port.postMessage(news);
				if (tab !== undefined) void showInToolbar(tab, news, say);
			},
			(news) => !news.reading,
			gone.signal,
		);
		followed = followRepository(message.page, isPrivate, post, gone.signal);
		if (message.again || again) await followed.again();
		else await (message.start ? followed.read() : followed.recall());
	}
}

/** The tab that the toolbar speaks of: that of the page, or the one that a popup names. */
async function tabOf(message: Follow, sender: Runtime.MessageSender | undefined): Promise<{ tab: number | undefined; isPrivate: boolean }> {
	if (!fromExtension(sender)) return { tab: sender?.tab?.id, isPrivate: sender?.tab?.incognito ?? false };
	if (message.tab === undefined) return { tab: undefined, isPrivate: false };
	return { tab: undefined, isPrivate: (await browser.tabs.get(message.tab)).incognito };
}

/** Hands the viewer the export that it names, with the user's keys: `{ repository }` → `{ text, keys }`, or `{}` where nothing is stored. */
export function exportPort(port: Runtime.Port, version: string): void {
	port.onMessage.addListener((value: unknown) => {
		const repository = textOf(fieldsOf(value)?.repository);
		if (repository === undefined) return;
		void Promise.all([exportText(repository, false, version), keysText()]).then(([found, keys]) =>
			port.postMessage(found ? { ...found, keys } : {}),
		);
	});
}
