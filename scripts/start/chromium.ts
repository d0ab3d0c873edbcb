import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';

/** Match patterns know no ports: this is every server on this machine's loopback address. */
const LOOPBACK = 'http://127.0.0.1/*';

export interface Browser {
	readonly context: BrowserContext;
	/** Ends it and removes its profile. Never rejects for a browser that has ended already. */
	close(): Promise<void>;
}

export interface BrowserOptions {
	readonly executable: string;
	/** Folder of the unpacked extension. */
	readonly extension: string;
	readonly headless: boolean;
	readonly dark: boolean;
}

/** Opens Chromium with the extension, in a profile of its own that is removed on close, and lets the extension read loopback. */
export async function openChromium({ executable, extension, headless, dark }: BrowserOptions): Promise<Browser> {
	const profile = await mkdtemp(path.join(tmpdir(), 'evalmark-start-'));
	const remove = () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
	const context = await chromium
		.launchPersistentContext(profile, {
			executablePath: executable,
			headless,
			// Chromium refuses to run as root with its sandbox.
			args: [
				`--disable-extensions-except=${extension}`,
				`--load-extension=${extension}`,
				...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			],
			viewport: headless ? { width: 1280, height: 900 } : null,
			colorScheme: dark ? 'dark' : 'light',
			// Stopping is ours: Playwright would end the process before the hub has cleaned up.
			handleSIGINT: false,
			handleSIGTERM: false,
			handleSIGHUP: false,
		})
		.catch(async (error: unknown) => {
			await remove();
			throw error;
		});
	let closing: Promise<void> | undefined;
	const close = () => {
		// Whoever closes the window first has closed the context already.
		closing ??= context
			.close()
			.catch(() => undefined)
			.then(remove);
		return closing;
	};
	try {
		await grantLoopback(context);
	} catch (error) {
		await close();
		throw error;
	}
	return { context, close };
}

/** What a click on chrome://extensions does; a request for what was allowed there is then granted without a question. */
async function grantLoopback(context: BrowserContext): Promise<void> {
	const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
	const { host: id } = new URL(worker.url());
	const desk = await context.newPage();
	await desk.goto('chrome://extensions');
	await desk.evaluate(
		async ([extension, pattern]) => {
			// Not in @types/chrome: the API of Chromium's own extension page.
			const { developerPrivate } = chrome as unknown as {
				developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
			};
			await developerPrivate.addHostPermission(extension, pattern);
		},
		[id, LOOPBACK] as const,
	);
	await desk.goto(`chrome-extension://${id}/manifest.json`);
	const debug = await context.newCDPSession(desk);
	await debug.send('Runtime.evaluate', {
		expression: `chrome.permissions.request({ origins: [${JSON.stringify(LOOPBACK)}] })`,
		userGesture: true,
		awaitPromise: true,
	});
	await untilRegistered(desk);
	// A context whose last page closes would close with it.
	if (context.pages().length < 2) await context.newPage();
	await desk.close();
}

async function untilRegistered(desk: Page): Promise<void> {
	await desk.waitForFunction(
		async (pattern) => (await chrome.scripting.getRegisteredContentScripts()).some(({ matches }) => matches?.includes(pattern)),
		LOOPBACK,
	);
}

/** Opens a page, waits until the panel on it no longer says `reading`, opens the panel and writes what a person would see. */
export async function screenshot({ context }: Browser, url: string, reading: string, file: string): Promise<void> {
	const page = await context.newPage();
	await page.goto(url);
	await page.locator('evalmark-panel .strip__toggle').click();
	await page.locator('evalmark-panel .panel__body').waitFor();
	await page.waitForFunction((word) => {
		const status = document.querySelector('evalmark-panel')?.shadowRoot?.querySelector('[role=status]')?.textContent?.trim();
		return status && status !== word;
	}, reading);
	await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
}
