/** Runs in one of the extension's own pages: the id of the tab that shows this address, which the extension may look at. */
export async function idOfTab(url: string): Promise<number> {
	const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
	if (tab?.id === undefined) throw new Error(`the extension sees no tab at ${url}`);
	return tab.id;
}
