import browser from 'webextension-polyfill';
import type { PageFacts } from '../../shared/hosts/page-facts.ts';
import { islands, recognise } from '../../shared/hosts/pages.ts';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import { pageHead } from '../content/page-facts.ts';
import { shownFiles } from '../content/shown-files.ts';

export interface PopupTab {
	readonly id: number;
	readonly private: boolean;
	/** What its page says of itself, where an extension may look at it. */
	readonly facts?: PageFacts;
	/** The repository that the tab shows. */
	readonly page?: RepoPage;
}

/** The tab that the popup was opened over, or the one that its address names: `?tab=7`, when it is opened as a page. */
export async function popupTab(search: string): Promise<PopupTab | undefined> {
	const named = new URLSearchParams(search).get('tab');
	const [tab] = named === null ? await browser.tabs.query({ active: true, currentWindow: true }) : [await browser.tabs.get(Number(named))];
	if (tab?.id === undefined) return;
	const facts = await factsOf(tab.id);
	const page = facts && recognise(facts);
	return { id: tab.id, private: tab.incognito, ...(facts && { facts }), ...(page && { page }) };
}

/** Asked by the popup's own script: opening the popup gives the right to look at this one page (`activeTab`), with no site granted. */
async function factsOf(tabId: number): Promise<PageFacts | undefined> {
	try {
		const target = { tabId };
		const [head] = await browser.scripting.executeScript({ target, func: pageHead, args: [islands] });
		const [shows] = await browser.scripting.executeScript({ target, func: shownFiles });
		if (!head || !shows) return;
		// What the two functions return; the types of executeScript do not say so.
		return { ...(head.result as ReturnType<typeof pageHead>), shows: shows.result as ReturnType<typeof shownFiles> };
	} catch {
		// A page of the browser itself, or one that no extension may look at.
		return undefined;
	}
}
