import { test } from '@playwright/test';
import { scenarios } from '../scenarios/index.ts';
import { play, type Stage, setStage } from '../world.ts';
import { type ChromiumDriver, startChromium } from './driver.ts';

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

for (const scenario of scenarios) (scenario.skip ? test.skip : test)(scenario.name, () => play(scenario, driver, stage));
