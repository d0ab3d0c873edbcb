/**
 * `npm run shots [-- name…] [--only=chromium|firefox]`: what a person sees, each surface in each state, light and dark, in both browsers,
 * as `shots/<browser>/<light|dark>/<surface>.png`. Of the last build; builds first when that is older than the sources.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startChromium } from '../test/e2e/chromium/driver.ts';
import type { Driver } from '../test/e2e/driver.ts';
import { startFirefox } from '../test/e2e/firefox/driver.ts';
import { surfaces } from '../test/e2e/surfaces.ts';
import { play, setStage } from '../test/e2e/world.ts';
import { type BrowserName, findBrowsers } from './test/browsers.ts';
import { isStale } from './test/stale.ts';
import { command } from './test/step.ts';

const HEIGHT = 900;
const WIDTH = 1280;

const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
const browsers = (['chromium', 'firefox'] satisfies BrowserName[]).filter((name) => only === undefined || only === name);

if (process.env.EVALMARK_DIST === undefined && isStale()) await command('tsx', ['scripts/build.ts']);
const found = await findBrowsers(browsers);
const stage = await setStage();
let failed = 0;
try {
	for (const name of browsers) {
		process.env[`EVALMARK_${name.toUpperCase()}`] = found[name];
		const driver = name === 'chromium' ? await startChromium({ hosts: stage.front }) : await startFirefox({ hosts: stage.front });
		try {
			await shoot(driver);
		} finally {
			await driver.close();
		}
	}
} finally {
	await stage.remove();
}
process.exitCode = failed > 0 ? 1 : 0;

async function shoot(driver: Driver): Promise<void> {
	for (const surface of surfaces) {
		if (names.length > 0 && !names.includes(surface.name)) continue;
		for (const scheme of ['light', 'dark'] as const) {
			const file = path.join('shots', driver.name, scheme, `${surface.name}.png`);
			mkdirSync(path.dirname(file), { recursive: true });
			const run = async (world: Parameters<typeof surface.show>[0]) => {
				await driver.colorScheme(scheme);
				const tab = await surface.show(world);
				await tab.resize(surface.width ?? WIDTH, HEIGHT);
				await tab.screenshot(file);
			};
			try {
				await play({ name: surface.name, run }, driver, stage);
				console.log(file);
			} catch (error) {
				failed += 1;
				console.error(`${file}: ${error instanceof Error ? error.message : error}`);
			}
		}
	}
}
