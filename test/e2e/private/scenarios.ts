import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hub } from '../../hosts/hub.ts';
import { say } from '../catalogue.ts';
import { type Driver, type Tab, until } from '../driver.ts';
import { forgetEverything } from '../forget-everything.ts';
import { idOfTab } from '../id-of-tab.ts';
import { counted, inPanel, type PanelTab, readPanel } from '../panel.ts';
import type { World } from '../world.ts';
import { kept } from './kept.ts';

export type PrivateTab = PanelTab & Pick<Tab, 'close'>;

/** A browser whose user lets the extension into private windows. */
export interface PrivateDriver extends Driver {
	/** Opens a tab in a private window of its own. Who opens it closes it. */
	openPrivately(url: string): Promise<PrivateTab>;
}

export interface PrivateScenario {
	readonly name: string;
	run(world: World, driver: PrivateDriver): Promise<void>;
}

const KESTREL = '/lumen-labs/kestrel-32b-instruct';

const kinds = (entries: readonly string[]): string[] => [...new Set(entries.map((entry) => entry.split(' ')[0] ?? ''))].sort();
/** What the background asked a hub for. */
const asked = (hub: Hub): string[] => hub.requests.map(({ url }) => url).filter((url) => /\.git\/|pulls\.json/.test(url));

/** Opens the model's page in a private window, does something with it and leaves. */
async function privately(driver: PrivateDriver, url: string, look: (tab: PrivateTab) => Promise<void>): Promise<void> {
	const tab = await driver.openPrivately(url);
	try {
		await look(tab);
	} finally {
		await tab.close();
	}
}

/** A visit as everybody knows it, so that what is looked for is known to be found. */
async function visit(driver: Driver, url: string): Promise<void> {
	const tab = await driver.open(url);
	await readPanel(tab);
	await tab.close();
}

/** What has to hold in private windows of both browsers (architecture, rule 6). */
export const privateScenarios: readonly PrivateScenario[] = [
	{
		name: 'a private window shows what stands behind the scores, and none of it is kept',
		async run({ hub: startHub }, driver) {
			const hub = await startHub();
			await privately(driver, hub.url(KESTREL), async (tab) => {
				const panel = await readPanel(tab);
				assert.equal(counted(await panel.facts(), 'results'), 14);
				await panel.open();
				assert.equal((await panel.results()).length, 14);
				assert.deepEqual(await driver.inExtension(kept), []);
			});
			assert.deepEqual(await driver.inExtension(kept), []);
			await visit(driver, hub.url(KESTREL));
			const entries = await driver.inExtension(kept);
			for (const kind of ['event', 'object', 'refs', 'report']) assert.ok(kinds(entries).includes(kind), `${kind} in ${kinds(entries)}`);
			for (const kind of ['event', 'report']) assert.ok(entries.some((entry) => entry.startsWith(`${kind} ${hub.url(KESTREL)}`)));
		},
	},
	{
		name: 'a page of the Hub in a private window is shown, and neither it nor where its results were seen is kept',
		async run({ huggingFace: start }, driver) {
			const hub = await start();
			const url = hub.url('/lumen-labs/kestrel-32b');
			await privately(driver, url, async (tab) => {
				assert.equal(counted(await (await readPanel(tab)).facts(), 'results'), 19);
				assert.deepEqual(await driver.inExtension(kept), []);
			});
			assert.deepEqual(await driver.inExtension(kept), []);
			await visit(driver, url);
			const found = kinds(await driver.inExtension(kept));
			for (const kind of ['event', 'object', 'refs', 'report', 'sighting']) assert.ok(found.includes(kind), `${kind} in ${found}`);
		},
	},
	{
		name: 'a pause that a host asks for in a private window is not kept either',
		async run({ hub: startHub }, driver) {
			const hub = await startHub();
			hub.fault('.git/', { kind: 'rate-limited', retryAfter: 600 });
			const waiting = /waiting until/;
			await privately(driver, hub.url(KESTREL), async (tab) => {
				assert.match((await (await readPanel(tab)).facts()).join(), waiting);
			});
			assert.deepEqual(await driver.inExtension(kept), []);
			await visit(driver, hub.url(KESTREL));
			assert.ok(kinds(await driver.inExtension(kept)).includes('pause'));
		},
	},
	{
		name: 'private windows know what the others read, until the last one is closed; other windows never do',
		async run({ hub: startHub }, driver) {
			const hub = await startHub();
			await privately(driver, hub.url(KESTREL), async (first) => {
				await readPanel(first);
				hub.forgetRequests();
				await privately(driver, hub.url(KESTREL), async (second) => {
					assert.equal(counted(await (await readPanel(second)).facts(), 'results'), 14);
				});
				assert.deepEqual(asked(hub), []);
				await visit(driver, hub.url(KESTREL));
				assert.ok(asked(hub).length > 0, 'a window that is not private was answered from what a private one read');
			});
			await driver.killBackground();
			await driver.inExtension(forgetEverything);
			hub.forgetRequests();
			await privately(driver, hub.url(KESTREL), async (tab) => {
				await readPanel(tab);
				assert.ok(asked(hub).length > 0);
				hub.forgetRequests();
			});
			await privately(driver, hub.url(KESTREL), async (tab) => {
				await readPanel(tab);
				assert.ok(asked(hub).length > 0, 'read again, because nothing was left of it');
			});
		},
	},
	{
		name: 'over a private window the popup says the page in short and offers neither export nor viewer; the panel exports, also after the background was stopped',
		async run({ hub: startHub }, driver) {
			const hub = await startHub();
			const url = hub.url(KESTREL);
			await privately(driver, url, async (tab) => {
				const panel = await readPanel(tab);
				await panel.open();
				assert.ok(!(await tab.texts(inPanel('.panel__where button'))).includes(say('ui_open_viewer')));
				hub.forgetRequests();
				const id = await driver.inExtension(idOfTab, url);
				const popup = await driver.open(`${driver.extensionUrl('extension/popup/index.html')}?tab=${id}`);
				await until('the popup', async () => (await popup.text('main')).includes(say.plural('results', 14)));
				assert.deepEqual(asked(hub), []);
				const buttons = await popup.texts('button');
				for (const key of ['ui_export', 'ui_open_viewer'] as const) assert.ok(!buttons.includes(say(key)), buttons.join());
				await popup.close();

				await driver.killBackground();
				await tab.click(inPanel('.panel__where button'), say('ui_export'));
				const name = await until('the export', () => readdirSync(driver.downloads).find((file) => file.endsWith('.json')));
				const saved = await until('the whole export', () => JSON.parse(readFileSync(path.join(driver.downloads, name), 'utf8')));
				assert.equal(saved.results.length, 14);
				assert.deepEqual(await driver.inExtension(kept), []);
			});
		},
	},
];
