import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { install, installsPackages } from './debian.ts';

export type BrowserName = 'chromium' | 'firefox';

interface Program {
	readonly name: string;
	/** Names on the PATH and well-known places, in the order in which they are tried. Branded Chrome is not among them: it has no --load-extension. */
	readonly places: readonly string[];
	readonly variable?: string;
	readonly debianPackage: string;
}

const PROGRAMS = {
	chromium: {
		name: 'Chromium',
		places: ['chromium', 'chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
		variable: 'EVALMARK_CHROMIUM',
		debianPackage: 'chromium',
	},
	firefox: {
		name: 'Firefox',
		places: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
		variable: 'EVALMARK_FIREFOX',
		debianPackage: 'firefox-esr',
	},
	git: { name: 'git', places: ['git'], debianPackage: 'git' },
	openssl: { name: 'openssl', places: ['openssl'], debianPackage: 'openssl' },
} satisfies Record<string, Program>;

type ProgramId = keyof typeof PROGRAMS;

/** Where the programs are that the tests drive; `undefined` for a browser that the caller said to go without. */
export interface Found {
	readonly chromium: string | undefined;
	readonly firefox: string | undefined;
}

/** What is missing and what to install, in one line. */
export class BrowserMissing extends Error {}

/**
 * Finds both browsers (`EVALMARK_CHROMIUM`, `EVALMARK_FIREFOX`, the PATH) and git and openssl. What is missing is installed where that needs
 * no question: by apt-get on Debian as root, Chromium by Playwright elsewhere.
 * @throws BrowserMissing when one is still missing; its message is one line
 */
export async function findBrowsers(needed: readonly BrowserName[]): Promise<Found> {
	const wanted: readonly ProgramId[] = [...needed, 'git', 'openssl'];
	let missing = await missingOf(wanted);
	// A path that was named and does not run is a mistake to report: installing another browser would not mend it.
	if (missing.some((id) => namedPath(id))) throw new BrowserMissing(missing.map(advice).join(' '));
	if (missing.length > 0 && installsPackages()) {
		install(missing.map((id) => PROGRAMS[id].debianPackage));
		missing = await missingOf(missing);
	} else if (missing.includes('chromium')) {
		spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
		missing = await missingOf(missing);
	}
	if (missing.length > 0) throw new BrowserMissing(missing.map(advice).join(' '));
	return {
		chromium: needed.includes('chromium') ? await locate('chromium') : undefined,
		firefox: needed.includes('firefox') ? await locate('firefox') : undefined,
	};
}

async function missingOf(ids: readonly ProgramId[]): Promise<ProgramId[]> {
	const places = await Promise.all(ids.map(locate));
	return ids.filter((_, index) => places[index] === undefined);
}

async function locate(id: ProgramId): Promise<string | undefined> {
	const program: Program = PROGRAMS[id];
	const named = namedPath(id);
	if (named) return runs(named) ? named : undefined;
	const found = program.places.map(onPath).find((place) => place !== undefined && runs(place));
	if (found || id !== 'chromium') return found;
	const { chromium } = await import('@playwright/test');
	const own = chromium.executablePath();
	return existsSync(own) && runs(own) ? own : undefined;
}

function namedPath(id: ProgramId): string | undefined {
	const { variable }: Program = PROGRAMS[id];
	return (variable && process.env[variable]) || undefined;
}

function onPath(place: string): string | undefined {
	if (path.isAbsolute(place)) return existsSync(place) ? place : undefined;
	return (process.env.PATH ?? '')
		.split(path.delimiter)
		.map((folder) => path.join(folder, place))
		.find((candidate) => existsSync(candidate));
}

/** On Ubuntu `chromium-browser` can be a script that only says "install the snap": so it has to answer. */
const runs = (place: string): boolean =>
	spawnSync(place, [place.endsWith('openssl') ? 'version' : '--version'], { timeout: 30_000 }).status === 0;

function advice(id: ProgramId): string {
	const { name, variable, debianPackage }: Program = PROGRAMS[id];
	const place = variable ? ` or name it in ${variable}` : '';
	const without = id === 'chromium' || id === 'firefox' ? `; --without=${id} goes without its tests` : '';
	const named = namedPath(id);
	return `${named ? `${variable}=${named} does not run` : `${name} is missing`}: install it (Debian: apt-get install ${debianPackage})${place}${without}.`;
}
