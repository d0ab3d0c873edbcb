import browser from 'webextension-polyfill';

/** What of Evalmark is on a page. */
export interface Ran {
	readonly stub: boolean;
	/** The background was asked for the panel. */
	readonly asked: boolean;
	readonly panel: boolean;
	/** The mode that runs there, which may be older than the setting. */
	readonly loud: 'toolbar' | 'strip' | 'open';
}

/** What of Evalmark is on a tab's page, `undefined` where nobody may look: a page of the browser's, or of a site that is not granted. */
export async function whatRan(tabId: number): Promise<Ran | undefined> {
	try {
		const [found] = await browser.scripting.executeScript({ target: { tabId }, func: look });
		// What the function returns; the types of executeScript do not say so.
		return found?.result as Ran | undefined;
	} catch {
		return undefined;
	}
}

/** Travels into the page by its source. */
const look = (): Ran => ({
	stub: globalThis.evalmark !== undefined,
	asked: globalThis.evalmark?.asked ?? false,
	panel: globalThis.evalmark?.mounted ?? false,
	loud: globalThis.evalmarkLoud ?? 'strip',
});
