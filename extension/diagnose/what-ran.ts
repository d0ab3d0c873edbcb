import browser from 'webextension-polyfill';
import { hosts, stubs } from '../../shared/hosts/registry.ts';
import type { HostId } from '../../shared/hosts/repo-page.ts';

/** What of Evalmark is on a page, and what of the page Evalmark goes by. Nothing that the page says. */
export interface Ran {
	readonly stub: boolean;
	/** The background was asked for the panel. */
	readonly asked: boolean;
	readonly panel: boolean;
	/** Where the panel is, if it is there. */
	readonly place?: 'beside' | 'floating';
	/** The mode that runs there, which may be older than the setting. */
	readonly loud: 'toolbar' | 'strip' | 'open';
	/** What the page's software calls itself: `generator`, `application-name`, `og:site_name`. */
	readonly software: readonly string[];
	/** How often the page has each selector. */
	readonly marks: readonly Count[];
	readonly spots: readonly Count[];
}

export interface Count {
	readonly selector: string;
	readonly count: number;
}

/**
 * What of Evalmark is on a tab's page, `undefined` where nobody may look: a page of the browser's, or of a site that is not granted.
 * `host`: the one that was recognised, whose places are looked for; else those of all.
 */
export async function whatRan(tabId: number, host: HostId | undefined): Promise<Ran | undefined> {
	// `body` would be on every page.
	const marks = [...new Set(stubs.flatMap((stub) => stub.marks.split(',')))].filter((mark) => mark !== 'body');
	const wanted = hosts.filter(({ id }) => host === undefined || id === host);
	const spots = [...new Set(wanted.flatMap(({ anchors }) => anchors.map(({ selector }) => selector)))];
	try {
		const [found] = await browser.scripting.executeScript({ target: { tabId }, func: look, args: [marks, spots] });
		// What the function returns; the types of executeScript do not say so.
		return found?.result as Ran | undefined;
	} catch {
		return undefined;
	}
}

/** Travels into the page by its source. */
const look = (marks: readonly string[], spots: readonly string[]): Ran => {
	const counted = (selectors: readonly string[]) =>
		selectors.map((selector) => ({ selector, count: document.querySelectorAll(selector).length })).filter(({ count }) => count > 0);
	const names = ['generator', 'application-name', 'og:site_name'];
	const metas = [...document.querySelectorAll<HTMLMetaElement>('head > meta[content]')];
	const own = document.querySelector('evalmark-panel');
	const floating = own?.shadowRoot?.querySelector('.panel--floating') ? 'floating' : 'beside';
	return {
		stub: globalThis.evalmark !== undefined,
		asked: globalThis.evalmark?.asked ?? false,
		panel: globalThis.evalmark?.mounted ?? false,
		...(own && { place: floating }),
		loud: globalThis.evalmarkLoud ?? 'strip',
		software: metas
			.filter((meta) => names.includes(meta.name || (meta.getAttribute('property') ?? '')))
			.map(({ content }) => content.slice(0, 80)),
		marks: counted(marks),
		spots: counted(spots),
	};
};
