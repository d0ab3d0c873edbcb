import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { publicKeyOf } from '../../../shared/trust/crypto/ed25519.ts';
import { sha256 } from '../../../shared/trust/crypto/sha.ts';
import type { KeyList, ListedKey } from '../../../shared/trust/keys/key.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { say } from '../catalogue.ts';
import { type Driver, type Tab, until } from '../driver.ts';
import type { Scenario, World } from '../world.ts';

const OPTIONS = 'extension/options/index.html';
const ISSUER = 'https://tidewater.example';
const OWNER = 'Harbor Eval Lab';

const jwkOf = (name: string) => publicJwk(publicKeyOf(sha256(new TextEncoder().encode(name))));
const listed = (owner: string, more: Partial<ListedKey> = {}): ListedKey => ({
	jwk: jwkOf(owner),
	thumbprint: thumbprint(jwkOf(owner)),
	owner,
	purpose: 'results',
	scopes: [{}],
	status: 'active',
	source: { how: 'pasted' },
	...more,
});

export async function openOptions(driver: Driver): Promise<Tab> {
	const options = await driver.open(driver.extensionUrl(OPTIONS));
	await until('the keys', async () => (await options.count('#newkey')) === 1);
	return options;
}

/** The first press. */
export async function offer(options: Tab, text: string, button: string): Promise<void> {
	await options.focus('#newkey');
	await options.type(text);
	await options.click('.addkey button', button);
	await until('the thumbprint', async () => (await options.count('.review')) === 1);
}

/** Fills the field that stands under this label. */
export async function fill(options: Tab, label: string, text: string): Promise<void> {
	const id = await options.evaluate(
		(wanted) => [...document.querySelectorAll('label')].find((one) => one.textContent === wanted)?.htmlFor ?? '',
		label,
	);
	await options.focus(`[id="${id}"]`);
	await options.type(text);
}

const owners = (options: Tab): Promise<string[]> => options.texts('.keycard h3 bdi');
export const trust = (options: Tab, count = 1): Promise<void> => options.click('.review button', say.plural('key_trust', count));

/** A list with a key of every state, and then another key under an issuer that is known. */
async function crowded({ driver, folder }: World): Promise<Tab> {
	const file = path.join(folder(), 'keys.json');
	const long = 'the-very-long-name-of-a-benchmark-that-nobody-would-choose-who-has-to-write-it-twice';
	const list: KeyList = {
		format: 'evalmark-keys',
		version: 1,
		keys: [
			listed('Tidewater Benchmarks', { issuer: ISSUER, notBefore: '2026-01-01' }),
			listed(`${'Evaluationsgesellschaft'.repeat(4)}mbH`, { scopes: [{ benchmarks: [`org/${long}`, `org/${long}-2`] }] }),
			listed('a.lindqvist', { purpose: 'commits' }),
			listed('Old Pier Evaluations', { status: 'revoked', revokedAt: '2026-05-04', reason: 'laptop stolen' }),
		],
	};
	writeFileSync(file, JSON.stringify(list));
	const options = await openOptions(driver);
	await options.setFile('#keys input[type=file]', file);
	await until('the list', async () => (await options.count('.review .keycard')) === 4);
	await trust(options, 4);
	await until('the word', async () => (await options.text('#newkey-said')) === say.plural('key_taken', 4));
	assert.equal(await options.count('#keys > .keycard'), 5);
	await offer(options, JSON.stringify(jwkOf('another')), say('key_show'));
	await fill(options, say('key_owner'), 'Tidewater Benchmarks');
	await fill(options, say('claim_issuer'), ISSUER);
	await trust(options);
	await until('the word', async () => (await options.text('#newkey-said')) === say.plural('key_stopped', 1));
	assert.equal(await options.count('.keystop'), 1);
	return options;
}

export const keys: readonly Scenario[] = [
	{
		name: 'a key: its thumbprint first, taken in by the second press, there after a reload, and removed',
		async run({ driver }) {
			const options = await openOptions(driver);
			const jwk = jwkOf(OWNER);
			await offer(options, JSON.stringify(jwk), say('key_show'));
			assert.equal(await options.text('.review .thumb'), thumbprint(jwk));
			assert.ok(!(await owners(options)).includes(OWNER));
			await fill(options, say('key_owner'), OWNER);
			await fill(options, say('key_scope_benchmarks'), 'cais/hle, Idavidrein/gpqa');
			await trust(options);
			await until('the word', async () => (await options.text('#newkey-said')) === say.plural('key_taken', 1));
			await options.reload();
			await until('the key', async () => (await owners(options)).includes(OWNER));
			assert.ok((await options.text('.keycard')).includes('cais/hle, Idavidrein/gpqa'));
			await options.click('.keycard button', say('options_remove'));
			await until('the removal', async () => !(await owners(options)).includes(OWNER));
			assert.equal(await options.text('#keys > [role=status]'), say('key_removed', { owner: OWNER }));
			await options.reload();
			await until('the demo’s key', async () => (await owners(options)).length === 1);
		},
	},
	{
		name: 'a key from an https address: one request as nobody, for which the permission is given and dropped again',
		async run({ driver, underOwnName }) {
			const asked: string[] = [];
			const server = createServer(({ headers, url }, response) => {
				asked.push(`${headers.host}${url} ${headers.cookie ?? 'nobody'}`);
				if (url?.startsWith('/moved')) response.writeHead(302, { location: 'https://huggingface.co/keys.json' }).end();
				else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwkOf(OWNER)] }));
			});
			await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
			try {
				// A server that listens on TCP has an address object.
				underOwnName((server.address() as AddressInfo).port);
				const options = await openOptions(driver);
				await driver.allow('https://hf.co/*');
				const granted = () => driver.inExtension(async () => (await chrome.permissions.getAll()).origins ?? []);
				const before = await granted();
				await offer(options, 'https://hf.co/keys.json', say('key_ask', { site: 'hf.co' }));
				assert.deepEqual(asked, ['hf.co/keys.json nobody']);
				assert.equal(await options.text('.review .thumb'), thumbprint(jwkOf(OWNER)));
				await until('no permission any more', async () => (await granted()).join() === before.join());
				await fill(options, say('key_owner'), OWNER);
				await trust(options);
				await until('the word', async () => (await options.text('#newkey-said')) === say.plural('key_taken', 1));
				const text = await options.text('.keycard');
				for (const expected of ['https://hf.co', 'https://hf.co/keys.json']) assert.ok(text.includes(expected), text);
				await driver.allow('https://hf.co/*');
				await options.focus('#newkey');
				await options.type('https://hf.co/moved');
				await options.click('.addkey button', say('key_ask', { site: 'hf.co' }));
				await until(
					'the refusal',
					async () => (await options.text('#newkey-said')) === say('state_redirected_elsewhere', { origin: 'hf.co' }),
				);
				assert.ok(!asked.some((line) => line.startsWith('huggingface.co')), asked.join());
			} finally {
				server.closeAllConnections();
				server.close();
			}
		},
	},
	{
		name: 'a key under a known issuer stops both, until it is decided',
		async run(world) {
			const options = await crowded(world);
			const notice = await options.text('.keystop');
			for (const name of ['Tidewater Benchmarks', 'another']) assert.ok(notice.includes(thumbprint(jwkOf(name))), notice);
			assert.ok((await options.text('.keycard h3')).includes(say('key_status_held')));
			await options.reload();
			await until('the stop is still there', async () => (await options.count('.keystop')) === 1);
			await options.click('.keystop button', say('key_change_use_new'));
			await until('the decision', async () => (await options.count('.keystop')) === 0);
			const shown = await options.texts('#keys > .keycard .thumb');
			assert.ok(shown.includes(thumbprint(jwkOf('another'))));
			assert.ok(!shown.includes(thumbprint(jwkOf('Tidewater Benchmarks'))));
		},
	},
	...(['light', 'dark'] as const).map(
		(scheme): Scenario => ({
			name: `axe finds nothing in the keys of the options, ${scheme}, and nothing is wider than the page`,
			async run(world) {
				await world.driver.colorScheme(scheme);
				const options = await crowded(world);
				await options.click('.keycard button', say('key_scope_change'));
				await until('its first field', () => options.evaluate(() => document.activeElement?.closest('.rescope') !== null));
				await offer(options, JSON.stringify(jwkOf('third')), say('key_show'));
				await trust(options);
				await until('what is wrong', async () => (await options.count('[aria-invalid=true]')) === 1);
				assert.deepEqual(await options.axe(), []);
				await options.resize(320, 900);
				const overflow = await options.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
				assert.equal(overflow, 0);
			},
		}),
	),
];
