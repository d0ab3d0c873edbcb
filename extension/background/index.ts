/**
 * The background: injects the panel where the stub asks for it, reads repositories for panel and popup, and keeps what was read.
 * It may be stopped between any two events, so that every listener is added here at once and nothing that matters is in memory alone.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { recognise } from '../../shared/hosts/pages.ts';
import { probe } from '../../shared/hosts/probe.ts';
import { hosts } from '../../shared/hosts/registry.ts';
import { type RepoPage, repositoryId } from '../../shared/hosts/repo-page.ts';
import { spots } from '../../shared/hosts/stubs.generated.js';
import { words } from '../../shared/messages/words.ts';
import { EXPORT_PORT, type Message, type ProbeAnswer, REPORT_PORT, type RecogniseAnswer } from '../../shared/protocol/message.ts';
import { readMessage } from '../../shared/protocol/read-message.ts';
import { storeKinds } from '../../shared/store/schema.ts';
import type { StoreKind } from '../../shared/store/store.ts';
import { storeAccess } from '../access.ts';
import panel from '../content/panel.iife.tsx?script';
import parts from '../content/parts.iife.tsx?script';
import { sitesThatNeed } from '../patterns-for.ts';
import { forgetHost } from '../site-host.ts';
import { compose } from './composing.ts';
import { diagnose } from './diagnosing.ts';
import { exportPage } from './exporting.ts';
import { exportPort, followPort } from './listen.ts';
import { lookAt, makeMenu } from './menu.ts';
import { newHosts } from './new-hosts.ts';
import { diskPorts, portsOf } from './ports.ts';
import { fromExtension, fromPageOf } from './sender.ts';
import { readAgainOn } from './sessions.ts';
import { checkAgain } from './signatures.ts';
import { grantedSites, learnHost, startInOpenTabs, startStub, syncSites } from './sites.ts';
import { clearToolbar } from './toolbar.ts';

const say = words((key) => browser.i18n.getMessage(key), browser.i18n.getUILanguage());
const { version } = browser.runtime.getManifest();
const knows = (host: string) => hosts.some((one) => one.id === host);

browser.runtime.onInstalled.addListener(({ reason }) => {
	void syncSites().then(grantedSites).then(startInOpenTabs);
	void makeMenu();
	void welcome(reason);
});
browser.contextMenus.onClicked.addListener(({ linkUrl }) => void (linkUrl === undefined ? undefined : lookAt(linkUrl)));
browser.commands.onCommand.addListener((command, tab) => {
	if (command === 'toggle-panel' && tab?.id !== undefined) void togglePanel(tab.id);
});
browser.runtime.onStartup.addListener(() => void syncSites());
browser.permissions.onAdded.addListener(
	({ origins = [] }) => void syncSites().then(() => startInOpenTabs([...origins, ...sitesThatNeed(origins)])),
);
browser.permissions.onRemoved.addListener(({ origins = [] }) => {
	void syncSites();
	readAgainOn(origins);
	// A site that may not be read any more has no token here either.
	for (const site of origins) {
		void storeAccess(diskPorts.store, site, undefined, Date.now());
		void forgetHost(site, diskPorts.store);
	}
});

browser.runtime.onMessage.addListener((value: unknown, sender: Runtime.MessageSender) => {
	const message = readMessage(value, knows);
	return message && answer(message, sender);
});

browser.runtime.onConnect.addListener((port) => {
	if (port.name === REPORT_PORT) followPort(port, say, knows, learnHost);
	if (port.name === EXPORT_PORT && fromExtension(port.sender)) exportPort(port, version);
});

/** Opened once, and again where an update needs a site that the browser did not grant with it. */
async function welcome(reason: Runtime.OnInstalledReason): Promise<void> {
	const { host_permissions: required = [] } = browser.runtime.getManifest();
	const asked = await newHosts(required, await grantedSites(), diskPorts.store, Date.now());
	if (reason === 'install' || asked.length > 0) await browser.tabs.create({ url: browser.runtime.getURL('extension/welcome/index.html') });
}

/** A user waits for this. */
const PROBING = 20_000;

/** What each kind of forgetting takes. */
const KINDS: Readonly<Record<'cache' | 'seen', readonly StoreKind[]>> = {
	cache: storeKinds.filter((kind) => kind !== 'setting' && kind !== 'sighting'),
	seen: ['sighting'],
};

/** `undefined` where nothing is to be answered, or the sender may not ask for it. */
function answer(message: Message, sender: Runtime.MessageSender): Promise<unknown> | undefined {
	const tab = sender.tab?.id;
	switch (message.type) {
		case 'page':
			return tab !== undefined && sender.frameId === 0 ? inject(tab, panel) : undefined;
		case 'recognise': {
			const page = recognise(message.facts);
			const found = page && fromPageOf(page, sender) ? { page, spots: spots[page.host] } : undefined;
			return Promise.resolve<RecogniseAnswer>(found);
		}
		case 'probe':
			return fromExtension(sender) ? probeFor(message.tab, message.url) : undefined;
		case 'parts':
			return tab !== undefined && sender.frameId === 0 ? inject(tab, parts) : undefined;
		case 'left':
			return tab === undefined ? undefined : clearToolbar(tab);
		case 'read':
			return fromExtension(sender) ? readAnyway(message.tab) : undefined;
		case 'export':
			return withWindow(message, sender, (isPrivate) => exportPage(message.page, isPrivate, version));
		case 'compose':
			return withWindow(message, sender, (isPrivate) => compose(message.page, message.what, message.result, isPrivate, say));
		case 'view':
			return fromExtension(sender) || fromPageOf(message.page, sender) ? openViewer(message.page, sender) : undefined;
		case 'forget':
			return fromExtension(sender) ? diskPorts.store.clear(KINDS[message.what]) : undefined;
		case 'settings':
			return fromExtension(sender) ? syncSites() : undefined;
		case 'keys':
			return fromExtension(sender) ? Promise.resolve(checkAgain()) : undefined;
		case 'diagnose':
			return fromExtension(sender) ? diagnose(message.page) : undefined;
	}
}

/** Goes into the panel of that tab, and back. On a page that has none it does nothing. */
async function togglePanel(tabId: number): Promise<void> {
	const func = () => globalThis.evalmark?.toggle?.();
	await browser.scripting.executeScript({ target: { tabId }, func }).catch(() => undefined);
}

async function inject(tabId: number, script: string): Promise<void> {
	await browser.scripting.executeScript({ target: { tabId }, files: [script] });
}

/** With what is kept for that kind of window: of a private one, nothing. */
async function probeFor(tab: number, url: string): Promise<ProbeAnswer> {
	const { incognito } = await browser.tabs.get(tab);
	return probe(url, portsOf(incognito), AbortSignal.timeout(PROBING));
}

async function readAnyway(tabId: number): Promise<void> {
	await startStub(tabId);
	const want = () => {
		if (globalThis.evalmark) globalThis.evalmark.wanted = true;
	};
	await browser.scripting.executeScript({ target: { tabId }, func: want });
	await inject(tabId, panel);
}

/** Does what a page of the repository, or one of ours, asks for, with what is kept for that kind of window. */
async function withWindow<T>(
	{ page, tab }: { readonly page: RepoPage; readonly tab?: number },
	sender: Runtime.MessageSender,
	act: (isPrivate: boolean) => Promise<T>,
): Promise<T | undefined> {
	if (fromPageOf(page, sender)) return act(sender.tab?.incognito ?? false);
	if (!fromExtension(sender)) return;
	return act(tab === undefined ? false : (await browser.tabs.get(tab)).incognito);
}

async function openViewer(page: RepoPage, sender: Runtime.MessageSender): Promise<void> {
	// Chromium shows no page of ours in a private window: it would open in another one and stay in its history.
	if (sender.tab?.incognito) return;
	const hash = new URLSearchParams({ from: 'extension', repository: repositoryId(page) });
	const url = browser.runtime.getURL(`viewer/index.html#${hash}`);
	await browser.tabs.create({ url, ...(sender.tab?.id === undefined ? {} : { openerTabId: sender.tab.id }) });
}
