import browser from 'webextension-polyfill';
import { hosts } from '../../shared/hosts/registry.ts';

/** "What stands behind this score?" on links to repositories of hosts that are known by their addresses. */
export async function makeMenu(): Promise<void> {
	// An update of the browser keeps what stood there, and the same one cannot be made twice.
	await browser.contextMenus.removeAll();
	browser.contextMenus.create({
		id: 'look',
		title: browser.i18n.getMessage('menu_look'),
		contexts: ['link'],
		targetUrlPatterns: hosts.flatMap(({ matches }) => [...matches]),
	});
}

/** Opens the page that reads what a link leads to. */
export async function lookAt(address: string): Promise<void> {
	const hash = new URLSearchParams({ address });
	await browser.tabs.create({ url: browser.runtime.getURL(`extension/look/index.html#${hash}`) });
}
