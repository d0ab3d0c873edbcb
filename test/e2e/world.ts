import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Hub, type HubOptions, startHub } from '../hosts/hub.ts';
import { type HubRepository, makeRepositories } from '../hosts/repositories.ts';
import type { Driver } from './driver.ts';
import { registered } from './registered.ts';

/** What a scenario plays in: a browser that knows nothing yet, and git hosts. */
export interface World {
	readonly driver: Driver;
	/** Starts a hub with the demo's repositories and lets the extension read it. Closed after the scenario. */
	hub(options?: HubOptions): Promise<Hub>;
	/** The same without the permission. */
	foreignHub(options?: HubOptions): Promise<Hub>;
	/** A folder for the scenario's files, removed afterwards. */
	folder(): string;
}

/** One thing that has to hold in both browsers. `run` throws when it does not. */
export interface Scenario {
	readonly name: string;
	run(world: World): Promise<void>;
}

/** What all hubs of these tests listen on; match patterns know no ports. */
export const LOOPBACK = 'http://127.0.0.1/*';

/** The demo's repositories, made once for many hubs. */
export interface Repositories {
	readonly made: readonly HubRepository[];
	remove(): void;
}

export function makeDemoRepositories(): Repositories {
	const root = mkdtempSync(path.join(tmpdir(), 'evalmark-repositories-'));
	return { made: makeRepositories(root), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Plays one scenario in a world of its own and cleans up after it, whatever happened. */
export async function play(scenario: Scenario, driver: Driver, { made }: Pick<Repositories, 'made'>): Promise<void> {
	const hubs: Hub[] = [];
	const folders: string[] = [];
	const world: World = {
		driver,
		async hub(options) {
			const hub = await world.foreignHub(options);
			await driver.grant(LOOPBACK);
			await registered(driver, LOOPBACK);
			hub.forgetRequests();
			return hub;
		},
		async foreignHub(options) {
			const hub = await startHub({ ...(options?.repositories ? {} : { made }), ...options });
			hubs.push(hub);
			return hub;
		},
		folder() {
			const folder = mkdtempSync(path.join(tmpdir(), 'evalmark-scenario-'));
			folders.push(folder);
			return folder;
		},
	};
	try {
		await scenario.run(world);
	} finally {
		await driver.reset();
		for (const hub of hubs) await hub.close();
		for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	}
}
