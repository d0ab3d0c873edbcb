import { test } from '@playwright/test';
import { type PrivateDriver, privateScenarios } from '../private/scenarios.ts';
import { play, type Stage, setStage } from '../world.ts';
import { startChromium } from './driver.ts';
import { IncognitoTab } from './incognito-tab.ts';

let driver: PrivateDriver;
let stage: Stage;

test.beforeAll(async () => {
	stage = await setStage();
	const chromium = await startChromium({ incognito: true, hosts: stage.front });
	const browser = await chromium.context.browser()?.newBrowserCDPSession();
	if (!browser) throw new Error('Chromium gives no session of the whole browser');
	driver = {
		...chromium,
		async openPrivately(url) {
			const open = () =>
				chromium.inExtension(async (address) => {
					await chrome.windows.create({ incognito: true, url: address });
				}, url);
			return IncognitoTab.opened(open, url, browser, chromium.downloads);
		},
	};
});
test.afterAll(async () => {
	await driver?.close();
	await stage?.remove();
});

for (const { name, run } of privateScenarios) test(name, () => play({ name, run: (world) => run(world, driver) }, driver, stage));
