import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { publicKeyOf } from '../../../shared/trust/crypto/ed25519.ts';
import type { KeyList } from '../../../shared/trust/keys/key.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { stranger } from '../../hosts/demo/lab.ts';
import { say } from '../catalogue.ts';
import { type Tab, until } from '../driver.ts';
import { idOfTab } from '../id-of-tab.ts';
import { inPanel, PANEL, readPanel } from '../panel.ts';
import type { Scenario } from '../world.ts';
import { fill, offer, openOptions, trust } from './keys.ts';
import { openInViewer, saveExport } from './pages.ts';

const OSPREY = '/harbor-evals/osprey-9b';

/** What the demo's scores are, by their values. */
const STATES = {
	'78.30': 'badge_verified',
	'24.8': 'badge_changed_since',
	'72.7': 'badge_claims_mismatch',
	'95.1': 'badge_claims_mismatch',
	'86.67': 'badge_unknown_key',
	'70.1': 'badge_signature_invalid',
	'63.6': 'badge_expired',
	'91.20': 'badge_not_yet_valid',
	'69.9': 'badge_malformed',
	'88': 'badge_unsupported_format',
	'94.8': 'badge_unsupported_format',
} as const;

const jwk = publicJwk(publicKeyOf(stranger));

/** Value of each result and the words of its badges. */
async function shown(tab: Tab, list: string): Promise<Readonly<Record<string, string>>> {
	const rows = await tab.texts(`${list}.result`);
	return Object.fromEntries(rows.map((text) => [text.trim().split(/\s/)[0] ?? '', text]));
}

async function assertStates(tab: Tab, list: string, states: Readonly<Record<string, Parameters<typeof say>[0]>> = STATES): Promise<void> {
	const rows = await shown(tab, list);
	for (const [value, key] of Object.entries(states))
		assert.ok(rows[value]?.includes(say(key)), `${value} is ${rows[value]}, not ${say(key)}`);
	// Green is one thing, and one score has it.
	assert.equal(await tab.count(`${list}.badge[data-tone=good]`), Object.values(states).filter((key) => key === 'badge_verified').length);
	assert.ok(!rows['78.9']?.includes(say('signature_more')), 'a score without a token says nothing of one');
}

export const signatures: readonly Scenario[] = [
	{
		name: 'signatures: each state by its badge, one of them green; what was signed beside what is shown; the same in the popup',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const tab = await driver.open(hub.url(OSPREY));
			const panel = await readPanel(tab);
			await until('what was checked', async () => (await panel.facts()).includes(say.plural('badge_verified_count', 1)));
			await panel.open();
			await assertStates(tab, `${PANEL} >>> `);

			await tab.click(inPanel('.result[aria-label*="72.7"] .result__who > .more'));
			await until('what was signed', async () => (await tab.count(inPanel('.claims'))) === 1);
			const rows = await tab.texts(inPanel('.claims [data-verdict=differs]'));
			assert.equal(rows.length, 1, rows.join('\n'));
			for (const part of [say('claim_value'), '71.2', '72.7', say('claim_verdict_differs')]) assert.ok(rows[0]?.includes(part), rows[0]);
			const drawer = await tab.text(inPanel('.signature'));
			for (const part of ['Demo lab (invented)', '03_edited_value.yaml:1', say('badge_claims_mismatch_not')])
				assert.ok(drawer.includes(part), drawer);

			const popup = await driver.open(
				`${driver.extensionUrl('extension/popup/index.html')}?tab=${await driver.inExtension(idOfTab, hub.url(OSPREY))}`,
			);
			const said = await until('the popup', async () => ((await popup.count('.verdicts')) === 1 ? popup.text('main') : ''));
			for (const key of ['badge_verified_tally', 'badge_claims_mismatch_tally', 'badge_signature_invalid_tally'] as const)
				assert.ok(said.includes(say(key)), said);
			assert.ok(said.includes(say('badge_claims_mismatch')), said);
		},
	},
	{
		name: 'signatures: a key that the user takes in turns its scores green on the open page, for its scope alone, and back when it goes',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const tab = await driver.open(hub.url(OSPREY));
			const panel = await readPanel(tab);
			const verified = (count: number) =>
				until(`${count} verified`, async () => (await panel.facts()).includes(say.plural('badge_verified_count', count)));
			await verified(1);
			const options = await openOptions(driver);
			const take = async (benchmark: string) => {
				await offer(options, JSON.stringify(jwk), say('key_show'));
				await fill(options, say('key_owner'), 'Stranger no more');
				await fill(options, say('key_scope_benchmarks'), benchmark);
				await trust(options);
				await until('the word', async () => (await options.text('#newkey-said')) === say.plural('key_taken', 1));
			};
			const drop = async () => {
				await options.click('.keycard button', say('options_remove'));
				await until('the removal', async () => (await options.count('.keycard')) === 1);
			};
			await take('cais/hle');
			await tab.reload();
			await panel.open();
			await until('why', async () => {
				const rows = await shown(tab, `${PANEL} >>> `);
				return rows['86.67']?.includes(say('badge_unknown_key'));
			});
			await drop();
			await take('MathArena/aime_2026');
			await verified(2);
			await drop();
			await verified(1);
		},
	},
	{
		name: 'signatures: an export says the same in the viewer, and other states only by other keys, which it says',
		async run({ driver, hub: startHub, folder }) {
			const hub = await startHub();
			const file = await saveExport(driver, hub.url(OSPREY));
			const viewer = await openInViewer(driver, 'from the disk', file);
			await until('what was checked', async () => (await viewer.count('.badge[data-tone=good]')) === 1);
			await assertStates(viewer, '');
			const keys = path.join(folder(), 'keys.json');
			const list: KeyList = {
				format: 'evalmark-keys',
				version: 1,
				keys: [
					{
						jwk,
						thumbprint: thumbprint(jwk),
						owner: 'Stranger',
						purpose: 'results',
						scopes: [{}],
						status: 'active',
						source: { how: 'pasted' },
					},
				],
			};
			writeFileSync(keys, JSON.stringify(list));
			await viewer.setFile('input[type=file][multiple]', keys);
			await until('its thumbprint', async () => (await viewer.text('main')).includes(thumbprint(jwk)));
			assert.equal(await viewer.count('.badge[data-tone=good]'), 1, 'a list that was only opened counts for nothing');
			await viewer.click('button', say('viewer_keys_use'));
			await until('what the key signed', async () => (await viewer.count('.badge[data-tone=good]')) === 2);
			await viewer.click('button', say('viewer_view_checked'));
			const checked = await until('what differs', () => viewer.text('.checked'));
			assert.ok(checked.includes(say.plural('viewer_other_signatures', 1)), checked);
			assert.ok(!checked.includes(say('viewer_signature_rules_changed').slice(-30)), checked);
		},
	},
	...(['light', 'dark'] as const).map(
		(scheme): Scenario => ({
			name: `axe finds nothing in what was signed, ${scheme}`,
			async run({ driver, hub: startHub }) {
				await driver.colorScheme(scheme);
				const hub = await startHub();
				const tab = await driver.open(hub.url(OSPREY));
				await (await readPanel(tab)).open();
				await tab.click(inPanel('.result[aria-label*="72.7"] .result__who > .more'));
				await until('what was signed', async () => (await tab.count(inPanel('.claims'))) === 1);
				await tab.click(inPanel('.badge[data-tone=good]'));
				await until('the explanation', async () => (await tab.count(inPanel('.explain'))) === 1);
				assert.deepEqual(await tab.axe(PANEL), []);
			},
		}),
	),
];
