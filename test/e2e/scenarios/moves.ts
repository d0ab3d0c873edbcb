import assert from 'node:assert/strict';
import { say } from '../catalogue.ts';
import { until } from '../driver.ts';
import { counted, PANEL, panelOn, readPanel } from '../panel.ts';
import type { Scenario } from '../world.ts';

const KESTREL = '/lumen-labs/kestrel-32b-instruct';
const SMALL = '/lumen-labs/kestrel-7b';

export const moves: readonly Scenario[] = [
	{
		name: 'moving between pages by script: the panel comes, changes and goes with them',
		async run({ driver, hub: startHub }) {
			const hub = await startHub({ softNavigation: true });
			const tab = await driver.open(hub.url('/'));
			assert.equal(await tab.count(PANEL), 0);
			await tab.click(`a[href="${KESTREL}"]`);
			assert.equal(counted(await (await readPanel(tab)).facts(), 'results'), 14);
			await tab.evaluate(() => history.back());
			await until('the panel goes', async () => (await tab.count(PANEL)) === 0);
			await until('the toolbar is empty', async () => (await driver.toolbar(hub.url('/'))).text === '');
			await tab.click(`a[href="${SMALL}"]`);
			await until('the other repository', async () => counted(await panelOn(tab).facts(), 'results') === 4);
			assert.equal(await tab.count(PANEL), 1);
			// The tab of the pull requests is the same repository: the panel stays.
			await tab.click(`a[href="${SMALL}/pulls"]`);
			await until('the pull requests', async () => (await tab.text('main')).includes('clearer file name'));
			await until('still one panel', async () => (await tab.count(PANEL)) === 1);
		},
	},
	{
		name: 'the toolbar button counts the results and marks what needs a look',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			for (const [path, text] of [
				['/northwind-ai/harrier-70b-4bit', /^1$/],
				['/fieldnotes/broken-yaml', /^\d+ !$/],
			] as const) {
				const url = hub.url(path);
				const tab = await driver.open(url);
				await readPanel(tab);
				const shown = await until(`the toolbar of ${path}`, async () => {
					const toolbar = await driver.toolbar(url);
					return toolbar.text !== '' && toolbar;
				});
				assert.match(shown.text, text, shown.title);
				assert.ok(shown.title.startsWith(`${say('extName')}: ${path.slice(1)}: `), shown.title);
				await tab.close();
			}
		},
	},
];
