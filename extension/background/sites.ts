import browser from 'webextension-polyfill';
import open from '../content/mode-open.iife.ts?script';
import print from '../content/mode-print.iife.ts?script';
import toolbar from '../content/mode-toolbar.iife.ts?script';
import stub from '../content/stub.iife.ts?script';
import { type Loudness, storedSettings } from '../settings.ts';
import { patternOf } from '../site-pattern.ts';
import { diskStore } from './store.ts';

const ID = 'stub';
/** What runs on a page, in this order; on demand nothing does. */
const SCRIPTS: Readonly<Record<Loudness, readonly string[]>> = {
	'on-demand': [],
	toolbar: [toolbar, stub],
	strip: [stub],
	open: [open, stub],
};

/** The sites that the user has granted, as match patterns: `https://git.example.org/*`. */
export async function grantedSites(): Promise<readonly string[]> {
	return (await browser.permissions.getAll()).origins ?? [];
}

/** Whether this extension may read that origin. A match pattern has no port: a grant holds for all of a host's. */
export function mayRead(origin: string): Promise<boolean> {
	return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/** Has the stub run on exactly the sites that are granted now. Safe to call at any time, also twice at once. */
export function syncSites(): Promise<void> {
	syncing = syncing.then(sync, sync);
	return syncing;
}

let syncing: Promise<void> = Promise.resolve();

async function sync(): Promise<void> {
	const matches = [...(await grantedSites())].sort();
	const settings = await storedSettings(diskStore());
	const scripts = SCRIPTS[settings.loud];
	const js = settings.print && scripts.length > 0 ? [print, ...scripts] : [...scripts];
	const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
	if (matches.length === 0 || js.length === 0) {
		if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
		return;
	}
	// Chromium tells the paths of scripts without the slash that they were given with.
	const names = (scripts: readonly string[] = []) => scripts.map((path) => path.replace(/^\//, '')).join();
	const same = JSON.stringify([...(registered?.matches ?? [])].sort()) === JSON.stringify(matches) && names(registered?.js) === names(js);
	if (registered && same) return;
	const script = { id: ID, matches, js, runAt: 'document_start' as const, persistAcrossSessions: true };
	if (registered) await browser.scripting.updateContentScripts([script]);
	else await browser.scripting.registerContentScripts([script]);
}

/** Starts the stub in open tabs of these sites, so that a grant counts without a reload. */
export async function startInOpenTabs(sites: readonly string[]): Promise<void> {
	if (sites.length === 0) return;
	const tabs = await browser.tabs.query({ url: [...sites] });
	await Promise.allSettled(tabs.map((tab) => startIn(tab.id ?? -1)));
}

async function startIn(tabId: number): Promise<void> {
	await startStub(tabId);
	// A panel that was there before reads what it was refused.
	await browser.scripting.executeScript({ target: { tabId }, func: () => globalThis.evalmark?.again?.() });
}

export async function startStub(tabId: number): Promise<void> {
	await browser.scripting.executeScript({ target: { tabId }, files: [stub] });
}
