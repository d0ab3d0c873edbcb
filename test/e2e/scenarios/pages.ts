import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { attacks } from '../../hosts/demo/difficult.ts';
import { built } from '../built.ts';
import { say } from '../catalogue.ts';
import { type Driver, type Tab, until } from '../driver.ts';
import { assertHarmless } from '../harmless.ts';
import { idOfTab } from '../id-of-tab.ts';
import { PANEL, readPanel } from '../panel.ts';
import { LOOPBACK, type Scenario } from '../world.ts';

const KESTREL = '/lumen-labs/kestrel-32b-instruct';
const HOSTILE = '/hostile/angle-brackets';
const VIEWERS = ['of the extension', 'from the disk'] as const;
const markup = attacks.filter((attack) => attack.includes('<'));

/** The popup as a page, over the tab that shows `url`. */
const openPopup = (driver: Driver, tabId: number): Promise<Tab> =>
	driver.open(`${driver.extensionUrl('extension/popup/index.html')}?tab=${tabId}`);

/** The popup over a page that has been read. */
async function popupOver(driver: Driver, url: string): Promise<Tab> {
	const tab = await driver.open(url);
	await readPanel(tab);
	const popup = await openPopup(driver, await driver.inExtension(idOfTab, url));
	await until('the popup', async () => (await popup.count('.popup__where')) === 1 && (await popup.count('.popup button')) > 2);
	return popup;
}

/** What the extension saves as a file when a person presses "Export". */
export async function saveExport(driver: Driver, url: string): Promise<string> {
	const popup = await popupOver(driver, url);
	await popup.click('button', say('ui_export'));
	const name = await until('the download', () => readdirSync(driver.downloads).find((file) => file.endsWith('.json')));
	return path.join(driver.downloads, name);
}

export async function openInViewer(driver: Driver, which: (typeof VIEWERS)[number], file: string): Promise<Tab> {
	const address =
		which === 'from the disk' ? pathToFileURL(built('viewer-single/evalmark.html')).href : driver.extensionUrl('viewer/index.html');
	const viewer = await driver.open(address);
	await until('the viewer', () => viewer.text('main'));
	await viewer.setFile('input[type=file][multiple]', file);
	await until('the results', async () => (await viewer.count('.result')) > 0);
	return viewer;
}

interface Ran {
	readonly code: number;
	readonly output: string;
}

const evalmark = (...args: string[]): Promise<Ran> =>
	new Promise((resolve) => {
		execFile(process.execPath, [built('cli/evalmark.js'), ...args], { maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
			resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
		);
	});

export const pages: readonly Scenario[] = [
	{
		name: 'the popup says this page in short and opens it in the viewer, which hashes everything again',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const popup = await popupOver(driver, hub.url(KESTREL));
			const text = await popup.text('main');
			for (const expected of [hub.origin.replace('http://', ''), KESTREL.slice(1), say.plural('results', 14), say('badge_verified_tally')])
				assert.ok(text.includes(expected), `${expected} in: ${text}`);
			await popup.click('button', say('ui_open_viewer'));
			const viewer = await driver.tabAt('viewer/index.html');
			await until('the results', async () => (await viewer.count('.result')) === 14);
			await viewer.click('button', say('viewer_view_checked'));
			await until('the check', async () => (await viewer.text('main')).includes(say('viewer_all_fits')));
		},
	},
	{
		name: 'the grant button in the popup: asks, and the page is read from then on without a reload',
		async run({ driver, foreignHub }) {
			const hub = await foreignHub();
			const url = hub.url(KESTREL);
			const tab = await driver.open(url);
			await driver.allow(LOOPBACK);
			const popup = await openPopup(driver, await driver.pressToolbarButton(url));
			await until('the question', async () => (await popup.text('main')).includes(say('popup_locked', { site: '127.0.0.1' })));
			assert.deepEqual(
				hub.requests.filter(({ url: asked }) => asked.includes('.git/')),
				[],
			);
			await popup.click('button', say('popup_grant'));
			await until('the panel on the page', async () => (await tab.count(PANEL)) === 1);
			const panel = await readPanel(tab);
			assert.ok((await panel.facts()).includes(say.plural('results', 14)));
		},
	},
	...VIEWERS.map(
		(which): Scenario => ({
			name: `an export opens in the viewer ${which} and fits its own bytes`,
			async run({ driver, hub: startHub }) {
				const hub = await startHub();
				const file = await saveExport(driver, hub.url(KESTREL));
				hub.forgetRequests();
				const viewer = await openInViewer(driver, which, file);
				assert.equal(await viewer.count('.result'), 14);
				await viewer.click('button', say('viewer_view_checked'));
				await until('the check', async () => (await viewer.text('main')).includes(say('viewer_all_fits')));
				assert.deepEqual(
					hub.requests.map(({ url }) => url),
					[],
				);
			},
		}),
	),
	{
		name: 'options: a site is added, taken away, and the cache is cleared',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const tab = await driver.open(hub.url('/lumen-labs/kestrel-7b'));
			await readPanel(tab);
			const options = await driver.open(driver.extensionUrl('extension/options/index.html'));
			await until('the site', async () => (await options.texts('tbody th')).join().includes('127.0.0.1'));
			await driver.allow('https://git.example.org/*');
			await options.focus('#site');
			await options.type('https://git.example.org/some/repository');
			await options.click('.add button');
			await until('the added site', async () =>
				(await options.text('#site-said')).includes(say('options_added', { site: 'git.example.org' })),
			);
			assert.ok((await options.texts('tbody th')).includes('git.example.org'));
			await options.focus('#site');
			await options.type('no address');
			await options.press('Enter');
			await until('the refusal', async () => (await options.text('#site-said')).includes(say('options_not_an_address')));
			const rows = await options.texts('tbody th');
			await options.click(`tbody tr:nth-child(${rows.indexOf('git.example.org') + 1}) button`);
			await until('the removal', async () => !(await options.texts('tbody th')).includes('git.example.org'));
			await options.click('button', say('options_clear'));
			await until('the empty cache', async () => (await options.text('#cache [role=status]')).includes(say('options_cleared')));
			const left = await driver.inExtension(async () => (await chrome.permissions.getAll()).origins ?? []);
			// What is granted by installing stays.
			assert.deepEqual(left.toSorted(), [LOOPBACK, 'https://huggingface.co/*']);
		},
	},
	{
		name: 'diagnose: what ran on the page and which requests it cost, without a request of its own',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const popup = await popupOver(driver, hub.url(KESTREL));
			const cost = hub.requests.filter(({ url }) => url.includes('.git/')).length;
			hub.forgetRequests();
			await popup.click('footer a', say('diagnose_title'));
			const page = await driver.tabAt('diagnose/index.html?tab=');
			await until('the findings', async () => (await page.text('main')).includes(say.plural('results', 14)));
			const text = await page.text('.lines');
			for (const expected of [say('diagnose_panel'), `${hub.origin}${KESTREL}`, say('options_loud_strip')])
				assert.ok(text.includes(expected), `${expected} in: ${text}`);
			const requests = await page.texts('.requests tbody td.code');
			assert.equal(requests.filter((line) => line.includes('.git/')).length, cost);
			assert.ok(requests.every((line) => !line.includes('?')));
			assert.deepEqual(await page.axe(), []);
			assert.deepEqual(
				hub.requests.map(({ url }) => url),
				[],
			);
		},
	},
	{
		name: 'hostile text stays text in popup, viewer and terminal',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const popup = await popupOver(driver, hub.url(HOSTILE));
			await assertHarmless(popup, []);
			const file = await saveExport(driver, hub.url(HOSTILE));
			const options = await driver.open(driver.extensionUrl('extension/options/index.html'));
			await until('the options', () => options.text('main'));
			await assertHarmless(options, []);
			for (const which of VIEWERS) {
				const viewer = await openInViewer(driver, which, file);
				await assertHarmless(viewer, markup);
				for (const view of ['viewer_view_problems', 'viewer_view_checked'] as const) {
					await viewer.click('button', say(view));
					await assertHarmless(viewer, []);
				}
				await viewer.close();
			}
			const { output } = await evalmark('check', file);
			assert.ok(output.includes('hostile/angle-brackets'), output.slice(0, 500));
			// Control characters but line feed and tab, and what turns the direction of reading.
			const control = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.exec(output);
			assert.equal(control?.[0].charCodeAt(0).toString(16), undefined);
		},
	},
];
