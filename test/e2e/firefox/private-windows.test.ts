import { afterAll, beforeAll, test } from 'vitest';
import { type PrivateDriver, privateScenarios } from '../private/scenarios.ts';
import { play, type Stage, setStage } from '../world.ts';
import { startFirefox } from './driver.ts';
import { FirefoxTab } from './tab.ts';

let driver: PrivateDriver;
let stage: Stage;

beforeAll(async () => {
	stage = await setStage();
	const firefox = await startFirefox({ privateWindows: true, hosts: stage.front });
	const { session } = firefox;
	const { value: desk } = await session.alone(() => session.marionette.send('WebDriver:GetWindowHandle'));
	driver = {
		...firefox,
		async openPrivately(url) {
			const { handle } = await session.inWindow(String(desk), () =>
				session.marionette.send('WebDriver:NewWindow', { type: 'window', focus: true, private: true }),
			);
			const tab = new FirefoxTab(session, String(handle));
			await tab.goto(url);
			return {
				click: (...where) => tab.click(...where),
				count: (target) => tab.count(target),
				text: (target) => tab.text(target),
				texts: (target) => tab.texts(target),
				async close() {
					await tab.close();
					// Privileged commands go to the window of the tab that was spoken to last; this one is gone with its only tab.
					await session.inWindow(String(desk), async () => undefined);
				},
			};
		},
	};
});
afterAll(async () => {
	await driver?.close();
	await stage?.remove();
});

for (const { name, run } of privateScenarios) test(name, () => play({ name, run: (world) => run(world, driver) }, driver, stage));
