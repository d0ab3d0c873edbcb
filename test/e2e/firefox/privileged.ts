/**
 * What runs in Firefox's own window ("chrome" context). Travels as text, so each function is self-contained.
 * The globals are Firefox's: WebExtensionPolicy, ChromeUtils, Services.
 */
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
declare const ChromeUtils: { importESModule(url: string): Record<string, never> };
declare const Services: { prefs: { setIntPref(name: string, value: number): void } };

interface Extension {
	readonly backgroundState: string;
	terminateBackground(): Promise<void>;
	readonly tabManager: { addActiveTabPermission(tab: unknown): void };
}

/** Resolves when it has stopped; whoever waits for it may start it again at once. */
export const terminateBackground = (id: string): Promise<void> => WebExtensionPolicy.getByID(id).extension.terminateBackground();

export const backgroundState = (id: string): string => WebExtensionPolicy.getByID(id).extension.backgroundState;

export async function changePermission(id: string, change: 'add' | 'remove', pattern: string): Promise<void> {
	const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs') as unknown as {
		ExtensionPermissions: Record<
			'add' | 'remove',
			(id: string, permissions: { origins: string[]; permissions: string[] }, extension: Extension) => Promise<void>
		>;
	};
	await ExtensionPermissions[change](id, { origins: [pattern], permissions: [] }, WebExtensionPolicy.getByID(id).extension);
}

/** What a press of the toolbar button gives: the right to look at the page of one tab until it leaves that page. */
export function allowActiveTab(id: string, url: string): void {
	// The privileged window is a browser window.
	const { gBrowser } = window as unknown as { gBrowser: { tabs: readonly { linkedBrowser: { currentURI: { spec: string } } }[] } };
	const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === url);
	if (!tab) throw new Error(`no tab shows ${url}`);
	WebExtensionPolicy.getByID(id).extension.tabManager.addActiveTabPermission(tab);
}

/** 0 dark, 1 light. */
export function setColorScheme(value: number): void {
	Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value);
}

/** Draws the page in front as on that medium. */
export function setMedium(medium: string): void {
	const { gBrowser } = window as unknown as { gBrowser: { selectedBrowser: { browsingContext: { mediumOverride: string } } } };
	gBrowser.selectedBrowser.browsingContext.mediumOverride = medium;
}

/** Whether the open context menu had an item of that title, which is then chosen. */
export function activateMenuItem(title: string): boolean {
	// The privileged window is a browser window; its menus are XUL.
	const menu = document.getElementById('contentAreaContextMenu') as unknown as Element & {
		state: string;
		activateItem(item: Element): void;
	};
	const item = [...menu.querySelectorAll('menuitem')].find((one) => one.getAttribute('label') === title && !(one as HTMLElement).hidden);
	if (menu.state !== 'open' || !item) return false;
	menu.activateItem(item);
	return true;
}

/** Trusts an authority for web sites, as an import in Firefox's own settings does. */
export function addAuthority(base64: string): void {
	// XPCOM's globals, which every privileged window has.
	const { Cc, Ci } = globalThis as unknown as {
		Cc: Record<string, { getService(of: unknown): { addCertFromBase64(der: string, trust: string): void } }>;
		Ci: Record<string, unknown>;
	};
	Cc['@mozilla.org/security/x509certdb;1']?.getService(Ci.nsIX509CertDB).addCertFromBase64(base64, 'CT,,');
}
