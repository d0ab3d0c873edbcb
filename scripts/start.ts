/**
 * The demo: builds what is missing, makes the demo hub's repositories, serves them with the viewer, and opens Chromium with the extension.
 * Without a display it prints the addresses; `--screenshot FILE` writes what a person would see. Ctrl-C leaves nothing running.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundled } from '../shared/messages/catalogue.ts';
import { words } from '../shared/messages/words.ts';
import { startHub } from '../test/hosts/hub.ts';
import { type Browser, openChromium, screenshot } from './start/chromium.ts';
import { findBrowsers } from './test/browsers.ts';
import { isStale } from './test/stale.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const MODEL = '/lumen-labs/kestrel-32b-instruct';
const say = words(bundled, 'en');

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve(), { once: true }));

process.chdir(ROOT);
process.exitCode = await main();

async function main(): Promise<number> {
	const wishes = readWishes();
	if (!wishes) {
		console.error(say('start_usage'));
		return 2;
	}
	if (wishes.build && isStale() && !(await build())) return 1;
	if (stop.signal.aborted) return 0;
	const hub = await startHub({ port: wishes.port });
	let browser: Browser | undefined;
	try {
		console.log(say('start_hub', { url: hub.origin }));
		console.log(say('start_model', { url: hub.url(MODEL) }));
		console.log(say('start_viewer', { url: hub.url('/viewer/') }));
		const headless = wishes.screenshot !== undefined;
		if (!headless && !hasDisplay()) {
			console.log(say('start_no_display'));
		} else {
			browser = await open(headless, wishes.dark);
			const { context, close } = browser;
			stop.signal.addEventListener('abort', () => void close(), { once: true });
			if (stop.signal.aborted) return 0;
			if (wishes.screenshot !== undefined) {
				await screenshot(browser, hub.url(MODEL), say('panel_reading'), wishes.screenshot);
				console.log(say('start_screenshot', { file: wishes.screenshot }));
				return 0;
			}
			// Whoever closes the window is done.
			context.on('close', () => stop.abort());
			await context.pages()[0]?.goto(hub.url(MODEL));
		}
		console.log(say('start_stop'));
		await stopped;
		return 0;
	} catch (error) {
		// Closing the browser under a screenshot that is being taken is no failure to report, but there is no screenshot either.
		if (stop.signal.aborted) return wishes.screenshot === undefined ? 0 : 1;
		console.error(say('start_no_browser', { reason: error instanceof Error ? error.message : String(error) }));
		return 1;
	} finally {
		await browser?.close();
		await hub.close();
	}
}

interface Wishes {
	readonly port: number;
	readonly screenshot: string | undefined;
	readonly dark: boolean;
	readonly build: boolean;
}

function readWishes(): Wishes | undefined {
	const options = {
		port: { type: 'string' },
		screenshot: { type: 'string' },
		dark: { type: 'boolean' },
		'no-build': { type: 'boolean' },
	} as const;
	try {
		const { values } = parseArgs({ options });
		const port = Number(values.port ?? 0);
		if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.screenshot === '') return undefined;
		const file = values.screenshot;
		return {
			port,
			screenshot: file && path.resolve(process.env.INIT_CWD ?? '.', file),
			dark: values.dark === true,
			build: values['no-build'] !== true,
		};
	} catch {
		return undefined;
	}
}

/** Ended together with us, so that Ctrl-C does not leave it behind. */
async function build(): Promise<boolean> {
	console.log(say('start_building'));
	const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
	stop.signal.addEventListener('abort', () => child.kill(), { once: true });
	const code = await new Promise((resolve) => child.on('close', resolve));
	return code === 0 || stop.signal.aborted;
}

async function open(headless: boolean, dark: boolean): Promise<Browser> {
	const { chromium } = await findBrowsers(['chromium']);
	return openChromium({ executable: chromium ?? '', extension: path.join(ROOT, 'dist/chrome'), headless, dark });
}

function hasDisplay(): boolean {
	return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
