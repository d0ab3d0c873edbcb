import { afterAll, beforeAll, test } from 'vitest';
import type { Driver } from '../driver.ts';
import { scenarios } from '../scenarios/index.ts';
import { makeDemoRepositories, play, type Repositories } from '../world.ts';
import { startFirefox } from './driver.ts';

let driver: Driver;
let repositories: Repositories;

beforeAll(async () => {
	repositories = makeDemoRepositories();
	driver = await startFirefox();
});
afterAll(async () => {
	await driver?.close();
	repositories?.remove();
});

for (const scenario of scenarios) test(scenario.name, () => play(scenario, driver, repositories));
