import { afterAll, beforeAll, test } from 'vitest';
import type { Driver } from '../driver.ts';
import { scenarios } from '../scenarios/index.ts';
import { play, type Stage, setStage } from '../world.ts';
import { startFirefox } from './driver.ts';

let driver: Driver;
let stage: Stage;

beforeAll(async () => {
	stage = await setStage();
	driver = await startFirefox({ hosts: stage.front });
});
afterAll(async () => {
	await driver?.close();
	await stage?.remove();
});

for (const scenario of scenarios) (scenario.skip ? test.skip : test)(scenario.name, () => play(scenario, driver, stage));
