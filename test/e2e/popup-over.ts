import type { Driver, Tab } from './driver.ts';

/** The popup as a page, over the tab that shows `url`, as a press of the toolbar's button opens it. */
export async function pressedPopup(driver: Driver, url: string): Promise<Tab> {
	const id = await driver.pressToolbarButton(url);
	return driver.open(`${driver.extensionUrl('extension/popup/index.html')}?tab=${id}`);
}
