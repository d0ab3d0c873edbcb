import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { git } from '../../hosts/history.ts';
import { say } from '../catalogue.ts';
import { until } from '../driver.ts';
import { idOfTab } from '../id-of-tab.ts';
import { inPanel, PANEL, readPanel } from '../panel.ts';
import type { Scenario } from '../world.ts';

const KESTREL = '/lumen-labs/kestrel-32b';
const AREA = inPanel('.result__more textarea');

export const citing: readonly Scenario[] = [
	{
		name: 'a score is cited with its place at its commit, and disputed by a form and by a patch that git applies; nothing is posted',
		async run({ driver, huggingFace: start, folder }) {
			const hub = await start();
			const tab = await driver.open(hub.url(KESTREL));
			await (await readPanel(tab)).open();
			const text = () =>
				tab.evaluate(
					(name) => document.querySelector(name)?.shadowRoot?.querySelector<HTMLTextAreaElement>('.result__more textarea')?.value ?? '',
					PANEL,
				);
			await tab.click(`${inPanel('.result')} button`, say('compose_cite'));
			const markdown = await until('the citation', text);
			for (const part of ['86.67', '/blob/', 'aime_2026.yaml']) assert.ok(markdown.includes(part), `${part} in ${markdown}`);
			await tab.click(inPanel('.result__more button'), say('cite_form_bibtex'));
			assert.match(await until('BibTeX', async () => (await text()).startsWith('@') && text()), /^@misc\{/);

			await tab.click(`${inPanel('.result')} button`, say('compose_dispute'));
			await until('the question', async () => (await tab.count(inPanel('.result__more a.button'))) === 1);
			assert.equal(await tab.count(AREA), 1);
			const form = await tab.evaluate(
				(name) => document.querySelector(name)?.shadowRoot?.querySelector<HTMLAnchorElement>('.result__more a.button')?.href ?? '',
				PANEL,
			);
			assert.ok(form.startsWith(`https://huggingface.co${KESTREL}/discussions/new?title=`), form);
			await tab.click(inPanel('.result__more button'), say('dispute_patch'));
			const name = await until('the patch', () => readdirSync(driver.downloads).find((file) => file.endsWith('.patch')));
			const patch = path.join(driver.downloads, name);
			await until('all of it', () => readFileSync(patch, 'utf8').trimEnd().length > 100);
			const clone = folder();
			git(clone, ['clone', '--quiet', hub.directory(KESTREL.slice(1)), 'model']);
			const model = path.join(clone, 'model');
			git(model, ['-c', 'user.name=x', '-c', 'user.email=x@hub.example', 'am', '--quiet', patch]);
			assert.ok(!readdirSync(path.join(model, '.eval_results')).includes('aime_2026.yaml'));
			assert.deepEqual(
				hub.requests.filter(({ method }) => method !== 'GET'),
				[],
			);
		},
	},
	{
		name: 'one key goes from the page into the panel, and the same key back to where the page was',
		async run({ driver, huggingFace: start }) {
			const hub = await start();
			const tab = await driver.open(hub.url(KESTREL));
			await readPanel(tab);
			const id = await driver.inExtension(idOfTab, hub.url(KESTREL));
			// No browser without a window takes its own shortcuts; this is what the command does.
			const toggle = () =>
				driver.inExtension(async (tabId) => {
					await chrome.scripting.executeScript({ target: { tabId }, func: () => globalThis.evalmark?.toggle?.() });
				}, id);
			const focused = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
			await tab.focus('#files');
			await toggle();
			await until('the panel opens', async () => (await tab.count(inPanel('.panel__body'))) === 1);
			assert.equal(await focused(), PANEL);
			await tab.press('Tab');
			assert.equal(await focused(), PANEL);
			await toggle();
			await until('the panel closes', async () => (await tab.count(inPanel('.panel__body'))) === 0);
			assert.equal(await focused(), 'files');
			await toggle();
			await until('the panel opens again', async () => (await tab.count(inPanel('.panel__body'))) === 1);
			await tab.press('Escape');
			await until('Escape closes it', async () => (await tab.count(inPanel('.panel__body'))) === 0);
			assert.equal(await focused(), 'files');
		},
	},
];
