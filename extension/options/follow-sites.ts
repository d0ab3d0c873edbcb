import browser from 'webextension-polyfill';

/** Tells the granted match patterns now and whenever they change, also from the browser's own pages. */
export function followSites(tell: (sites: readonly string[]) => void): () => void {
	const ask = () => void browser.permissions.getAll().then(({ origins }) => tell([...(origins ?? [])].sort()));
	browser.permissions.onAdded.addListener(ask);
	browser.permissions.onRemoved.addListener(ask);
	ask();
	return () => {
		browser.permissions.onAdded.removeListener(ask);
		browser.permissions.onRemoved.removeListener(ask);
	};
}
