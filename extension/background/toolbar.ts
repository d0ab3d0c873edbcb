import browser from 'webextension-polyfill';
import type { Words } from '../../shared/messages/words.ts';
import type { News } from '../../shared/protocol/message.ts';
import { toolbarOf } from './toolbar-words.ts';

const WHITE = '#ffffff';

export async function showInToolbar(tabId: number, news: News, words: Words): Promise<void> {
	const { text, title, colour } = toolbarOf(news, words);
	// The tab may have been closed meanwhile.
	await Promise.allSettled([
		browser.action.setBadgeText({ tabId, text }),
		browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
		browser.action.setBadgeTextColor?.({ tabId, color: WHITE }),
		browser.action.setTitle({ tabId, title }),
	]);
}

/** The page of this tab is no repository any more. */
export async function clearToolbar(tabId: number): Promise<void> {
	await Promise.allSettled([
		browser.action.setBadgeText({ tabId, text: '' }),
		browser.action.setTitle({ tabId, title: browser.i18n.getMessage('extName') }),
	]);
}
