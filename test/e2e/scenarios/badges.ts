import assert from 'node:assert/strict';
import { expectedTotal } from '../../hosts/repositories.ts';
import { say } from '../catalogue.ts';
import { counted, inPanel, readPanel } from '../panel.ts';
import type { Scenario } from '../world.ts';

const KESTREL = 'lumen-labs/kestrel-32b-instruct';
const COUNTED = [KESTREL, 'lumen-labs/kestrel-7b', 'northwind-ai/harrier-70b', 'tidepool/anchovy-3b', 'fieldnotes/broken-yaml'] as const;

const counts = (csp: boolean): Scenario => ({
	name: `each model page counts its results by who says them${csp ? ', under the strictest policy with Trusted Types' : ''}`,
	async run({ driver, hub: startHub }) {
		const hub = await startHub({ csp });
		for (const path of COUNTED) {
			const { expected } = hub.repository(path);
			const tab = await driver.open(hub.url(`/${path}`));
			const facts = await (await readPanel(tab)).facts();
			const found = {
				results: counted(facts, 'results'),
				main: counted(facts, 'badge_on_main_count'),
				community: counted(facts, 'badge_community_count'),
				withdrawn: counted(facts, 'badge_withdrawn_count'),
				proposed: counted(facts, 'badge_proposed_count'),
			};
			const { main, open = 0, draft = 0, closed = 0, unknown = 0 } = expected;
			const should = { results: expectedTotal(expected), main, community: open + draft, withdrawn: closed, proposed: unknown };
			assert.deepEqual(found, should, `${path}: ${facts.join(' · ')}`);
			await tab.close();
		}
	},
});

export const badges: readonly Scenario[] = [
	counts(false),
	counts(true),
	{
		name: 'the list shows every value as written, with its badges and its file',
		async run({ driver, hub: startHub }) {
			const hub = await startHub({ csp: true });
			const tab = await driver.open(hub.url(`/${KESTREL}`));
			const panel = await readPanel(tab);
			await panel.open();
			const results = await panel.results();
			assert.equal(results.length, expectedTotal(hub.repository(KESTREL).expected));
			const row = (value: string) =>
				results.find((text) => text.trimStart().startsWith(value)) ?? assert.fail(`no result ${value}:\n${results.join('\n---\n')}`);
			// A trailing zero is what the file says, and stays.
			assert.match(row('71.40'), /on main/i);
			assert.match(row('71.40'), /self-reported/i);
			assert.match(row('71.40'), /gpqa\.yaml/);
			assert.match(row('69.2'), /community/i);
			assert.match(row('69.2'), /Noor van Dijk/);
			assert.match(row('69.2'), /logs/i);
			assert.match(row('91.9'), /withdrawn/i);
			assert.match(row('74.0'), /community/i);
			assert.match(row('95.1'), /on main/i);
			// The pull request that adds to a file is not credited with what stood there before.
			assert.match(row('64.5'), /Hana Sato/);
			assert.doesNotMatch(row('91.20'), /Hana Sato/);
			// One score is signed by the demo lab; nothing else is called verified, whatever it says of itself.
			const verified = (await tab.texts(inPanel('.badge'))).filter((label) => /verified/i.test(label)).map((label) => label.trim());
			assert.deepEqual(verified, [say('badge_verified')]);
			assert.match(row('78.3'), /verified/i);
		},
	},
	{
		name: 'a source is told apart: logs, own card, another card, elsewhere',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const tab = await driver.open(hub.url('/northwind-ai/harrier-70b'));
			await (await readPanel(tab)).open();
			const labels = (await tab.texts(inPanel('.badge'))).map((label) => label.trim()).filter((label) => label.startsWith('Source'));
			assert.deepEqual([...new Set(labels)].sort(), [
				"Source: another model's card",
				'Source: elsewhere',
				'Source: logs',
				'Source: own card',
			]);
		},
	},
	{
		name: "a parent model's results never count on a derivative's page",
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const tab = await driver.open(hub.url('/northwind-ai/harrier-70b-4bit'));
			const facts = await (await readPanel(tab)).facts();
			assert.equal(counted(facts, 'results'), 1);
			assert.equal(counted(facts, 'badge_self_reported_count'), 0, 'its source is the card of another model');
			// Nothing of the linked model was asked for either.
			assert.deepEqual(
				hub.requests
					.map(({ url }) => url)
					.filter((url) => url.includes('/northwind-ai/harrier-70b.git') || url === '/northwind-ai/harrier-70b'),
				[],
			);
		},
	},
];
