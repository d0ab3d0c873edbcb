import { test } from '@playwright/test';
import { scenarios } from '../scenarios/index.ts';
import { makeDemoRepositories, play, type Repositories } from '../world.ts';
import { type ChromiumDriver, startChromium } from './driver.ts';

let driver: ChromiumDriver;
let repositories: Repositories;

test.beforeAll(async () => {
	repositories = makeDemoRepositories();
	driver = await startChromium();
});
test.afterAll(async () => {
	await driver?.close();
	repositories?.remove();
});

for (const scenario of scenarios) test(scenario.name, () => play(scenario, driver, repositories));
