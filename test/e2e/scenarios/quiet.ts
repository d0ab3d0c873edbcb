import assert from 'node:assert/strict';
import { PANEL, readPanel } from '../panel.ts';
import { registered } from '../registered.ts';
import { LOOPBACK, type Scenario } from '../world.ts';

const html = () => document.documentElement.outerHTML;

/** Pages on which nothing may happen. Each is seen without the extension's permission first, to have what to compare with. */
const nothingHappensOn = (what: string, path: string): Scenario => ({
	name: `${what} causes no request and no node`,
	async run({ driver, foreignHub }) {
		const hub = await foreignHub();
		const tab = await driver.open(hub.url(path));
		const before = await tab.evaluate(html);
		await driver.grant(LOOPBACK);
		await registered(driver, LOOPBACK);
		await tab.goto(hub.url('/'));
		hub.forgetRequests();
		await tab.goto(hub.url(path));
		const after = await tab.evaluate(html);
		// The same tab then does show a panel, so whatever the first page had caused would have come before.
		await tab.goto(hub.url('/lumen-labs/kestrel-7b'));
		await readPanel(tab);
		assert.equal(after, before);
		const asked = hub.requests.map(({ url }) => url);
		const own = asked.slice(0, asked.indexOf('/lumen-labs/kestrel-7b')).filter((url) => url !== '/favicon.ico');
		assert.deepEqual(own, [path, '/hub.css']);
		assert.deepEqual(
			asked.filter((url) => url.includes('.git') && !url.includes('/lumen-labs/kestrel-7b') && !url.startsWith('/datasets/')),
			[],
		);
	},
});

export const quiet: readonly Scenario[] = [
	nothingHappensOn('a page that is no repository', '/about'),
	nothingHappensOn('a repository without results', '/quiet-corner/plain-weights'),
	{
		name: 'without permission for a site nothing runs there',
		async run({ driver, foreignHub }) {
			const hub = await foreignHub();
			const tab = await driver.open(hub.url('/lumen-labs/kestrel-32b-instruct'));
			assert.equal(await tab.count(PANEL), 0);
			assert.deepEqual(
				hub.requests.filter(({ url }) => url.includes('.git')),
				[],
			);
		},
	},
	{
		name: 'an answer that is younger than 5 minutes is not asked for again',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const tab = await driver.open(hub.url('/lumen-labs/kestrel-7b'));
			const facts = await (await readPanel(tab)).facts();
			hub.forgetRequests();
			await tab.reload();
			assert.deepEqual(await (await readPanel(tab)).facts(), facts);
			assert.deepEqual(
				hub.requests.filter(({ url }) => url.includes('.git') || url.includes('.json')),
				[],
			);
		},
	},
];
