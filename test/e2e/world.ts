import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoRepository } from '../hosts/demo/draft.ts';
import { type Forge, type ForgeName, startForge } from '../hosts/forges/server.ts';
import { type Hub, type HubOptions, startHub } from '../hosts/hub.ts';
import { type HuggingFace, type HuggingFaceOptions, startHuggingFace } from '../hosts/huggingface/server.ts';
import type { RealKind } from '../hosts/real/programs.ts';
import { type RealServer, startReal } from '../hosts/real/servers.ts';
import { type HubRepository, makeRepositories } from '../hosts/repositories.ts';
import { startTlsFront, type TlsFront } from '../hosts/tls-front.ts';
import type { Driver } from './driver.ts';
import { registered } from './registered.ts';

/** What a scenario plays in: a browser that knows nothing yet, and git hosts. */
export interface World {
	readonly driver: Driver;
	/** Starts a hub with the demo's repositories and lets the extension read it. Closed after the scenario. */
	hub(options?: HubOptions): Promise<Hub>;
	/** The same without the permission. */
	foreignHub(options?: HubOptions): Promise<Hub>;
	/** Has `https://huggingface.co` answered by what listens on this port of the loopback, until the scenario ends. */
	underOwnName(port: number): void;
	/** The emulated Hub under its own name, `https://huggingface.co`. Closed after the scenario. */
	huggingFace(options?: HuggingFaceOptions): Promise<HuggingFace>;
	/** An emulated forge under its own name, granted as a press of the popup's button does. Closed after the scenario. */
	forge(name: ForgeName, granted?: 'granted' | 'without-api' | 'foreign', repositories?: readonly DemoRepository[]): Promise<Forge>;
	/** A real server under its own name, granted. Closed after the scenario. */
	real(kind: RealKind, granted?: 'granted' | 'foreign'): Promise<RealServer>;
	/** A folder for the scenario's files, removed afterwards. */
	folder(): string;
}

/** One thing that has to hold in both browsers. `run` throws when it does not. */
export interface Scenario {
	readonly name: string;
	/** What it needs is missing here. */
	readonly skip?: boolean;
	run(world: World): Promise<void>;
}

/** What all hubs of these tests listen on; match patterns know no ports. */
export const LOOPBACK = 'http://127.0.0.1/*';
/** What is granted by installing. */
const HUB_PATTERN = 'https://huggingface.co/*';

/** Made once for many scenarios. */
export interface Stage {
	/** The demo's repositories. */
	readonly made: readonly HubRepository[];
	/** Where the browser finds hosts under their own names. */
	readonly front: TlsFront;
	remove(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
	const root = mkdtempSync(path.join(tmpdir(), 'evalmark-repositories-'));
	const front = await startTlsFront();
	return {
		made: makeRepositories(root),
		front,
		async remove() {
			await front.close();
			rmSync(root, { recursive: true, force: true });
		},
	};
}

/** Plays one scenario in a world of its own and cleans up after it, whatever happened. */
export async function play(scenario: Scenario, driver: Driver, { made, front }: Stage): Promise<void> {
	const hubs: Hub[] = [];
	const folders: string[] = [];
	const names: (() => void)[] = [];
	const pages: HuggingFace[] = [];
	const forges: Pick<Forge, 'close'>[] = [];
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
		async huggingFace(options) {
			const hub = await startHuggingFace(options);
			pages.push(hub);
			world.underOwnName(hub.port);
			// Granted by installing, so there is nothing to ask for and nothing to take back.
			await registered(driver, HUB_PATTERN);
			return hub;
		},
		async forge(name, granted = 'granted', repositories) {
			const forge = await startForge(name, repositories);
			forges.push(forge);
			const { origin, api } = forge.site;
			const origins = [origin, ...(api === undefined ? [] : [api])];
			names.push(
				front.passTo(
					forge.port,
					origins.map((one) => new URL(one).hostname),
				),
			);
			const wanted = granted === 'granted' ? origins : granted === 'without-api' ? [origin] : [];
			for (const one of wanted) await driver.grant(`${one}/*`);
			for (const one of wanted) await registered(driver, `${one}/*`);
			forge.forgetRequests();
			return forge;
		},
		async real(kind, granted = 'granted') {
			const server = await startReal(kind);
			forges.push(server);
			names.push(front.passTo(server.port, [new URL(server.origin).hostname]));
			if (granted === 'granted') {
				await driver.grant(`${server.origin}/*`);
				await registered(driver, `${server.origin}/*`);
			}
			server.forgetRequests();
			return server;
		},
		underOwnName(port) {
			names.push(front.passTo(port));
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
		for (const takeBack of names) takeBack();
		for (const hub of [...hubs, ...pages, ...forges]) await hub.close();
		for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	}
}
