import browser from 'webextension-polyfill';

/** Address of the page that tells what ran on a tab, or on none in particular. */
export const diagnoseUrl = (tab?: number): string =>
	browser.runtime.getURL(`extension/diagnose/index.html${tab === undefined ? '' : `?tab=${tab}`}`);
