import browser from 'webextension-polyfill';
import type { HostId } from '../../shared/hosts/repo-page.ts';
import { groupBy } from '../../shared/results/group-by.ts';
import open from '../content/mode-open.iife.ts?script';
import print from '../content/mode-print.iife.ts?script';
import toolbar from '../content/mode-toolbar.iife.ts?script';
import stub from '../content/stub.iife.ts?script';
import { type Loudness, storedSettings } from '../settings.ts';
import { hostOf, storeHost } from '../site-host.ts';
import { patternOf } from '../site-pattern.ts';
import { diskStore } from './store.ts';

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
	const wanted = js.length === 0 ? [] : await scriptsFor(matches, js);
	const registered = await browser.scripting.getRegisteredContentScripts();
	const over = registered.filter(({ id }) => !wanted.some((one) => one.id === id)).map(({ id }) => id);
	if (over.length > 0) await browser.scripting.unregisterContentScripts({ ids: over });
	for (const script of wanted) {
		const before = registered.find(({ id }) => id === script.id);
		if (!before) await browser.scripting.registerContentScripts([script]);
		else if (!same(before, script)) await browser.scripting.updateContentScripts([script]);
	}
}

type Script = Awaited<ReturnType<typeof browser.scripting.getRegisteredContentScripts>>[number];

/** The build makes the stub once for each host. */
const stubOf = (host: HostId | 'any'): string => stub.replace('.iife.', `.${host}.`);

/** Chromium tells the paths of scripts without the slash that they were given with. */
const names = (scripts: readonly string[] = []) => scripts.map((path) => path.replace(/^\//, '')).join();
const same = (one: Script, other: Script): boolean =>
	[...(one.matches ?? [])].sort().join() === [...(other.matches ?? [])].sort().join() && names(one.js) === names(other.js);

/** One for each host that the sites are known to be of, and one for all that are not: a page pays for the questions of its own host alone. */
async function scriptsFor(matches: readonly string[], js: readonly string[]): Promise<readonly Script[]> {
	const bySite = await Promise.all(matches.map(async (match) => ({ match, host: await hostOf(match, diskStore()) })));
	return [...groupBy(bySite, ({ host }) => host)].map(([host, sites]) => ({
		id: `stub-${host}`,
		matches: sites.map(({ match }) => match),
		js: js.map((script) => (script === stub ? stubOf(host) : script)),
		runAt: 'document_start' as const,
		persistAcrossSessions: true,
	}));
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
	const { url } = await browser.tabs.get(tabId);
	const host = url && URL.canParse(url) ? await hostOf(patternOf(new URL(url).origin), diskStore()) : 'any';
	await browser.scripting.executeScript({ target: { tabId }, files: [stubOf(host)] });
}

/** Remembers what host a site turned out to be of, so that its next page is asked that host's questions, and the place is kept there. */
export async function learnHost(site: string, host: HostId): Promise<void> {
	if (await storeHost(site, host, diskStore(), Date.now())) await syncSites();
}
