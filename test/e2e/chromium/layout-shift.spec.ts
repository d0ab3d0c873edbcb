import { expect, test } from '@playwright/test';
import { readPanel } from '../panel.ts';
import { play, type Stage, setStage } from '../world.ts';
import { type ChromiumDriver, startChromium } from './driver.ts';
import { ChromiumTab } from './tab.ts';

let driver: ChromiumDriver;
let stage: Stage;

test.beforeAll(async () => {
	stage = await setStage();
	driver = await startChromium({ hosts: stage.front });
});
test.afterAll(async () => {
	await driver?.close();
	await stage?.remove();
});

/** Runs in a page before everything else: adds up what moved without the reader's doing (Layout Instability API). */
function watchShifts(): void {
	Object.assign(globalThis, { shifts: 0 });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			// Not in TypeScript's DOM types.
			const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
			if (!hadRecentInput) Object.assign(globalThis, { shifts: Reflect.get(globalThis, 'shifts') + value });
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

for (const csp of [false, true]) {
	test(`nothing on the page moves while the panel comes${csp ? ', under the strictest policy' : ''}`, async () => {
		await play(
			{
				name: '',
				async run({ hub: startHub }) {
					const hub = await startHub({ csp });
					const page = await driver.context.newPage();
					await page.addInitScript(watchShifts);
					// The panel's data come long after the page was painted.
					const gate = hub.hold('.git/');
					await page.goto(hub.url('/lumen-labs/kestrel-32b-instruct'));
					await gate.reached;
					await page.evaluate(() => new Promise(requestAnimationFrame));
					gate.release();
					await readPanel(new ChromiumTab(page));
					await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
					expect(await page.evaluate(() => Reflect.get(globalThis, 'shifts'))).toBe(0);
					// The measure does see a page that moves.
					await page.evaluate(() => {
						const late = document.createElement('div');
						late.style.height = '200px';
						document.body.prepend(late);
						return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
					});
					await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'shifts'))).toBeGreaterThan(0);
				},
			},
			driver,
			stage,
		);
	});
}
