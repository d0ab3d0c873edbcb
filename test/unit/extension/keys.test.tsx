// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import type { Store } from '../../../shared/store/store.ts';
import { toBase64url } from '../../../shared/trust/crypto/base64url.ts';
import { publicKeyOf } from '../../../shared/trust/crypto/ed25519.ts';
import { sha256 } from '../../../shared/trust/crypto/sha.ts';
import { type Keyring, NO_KEYS } from '../../../shared/trust/keys/add-keys.ts';
import { bundledKeys } from '../../../shared/trust/keys/bundled.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { MODELS_WITH_KNOWN_TOKENS } from '../../../shared/trust/keys/known-answers.ts';
import { storedKeys, storeKeys, trustedKeys } from '../../../shared/trust/keys/stored-keys.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { toBase64 } from '../../../shared/trust/ssh/wire.ts';
import { WordsContext } from '../../../shared/ui/words-context.ts';
import { fakeBrowser } from './fake-browser.ts';

const polyfill = vi.hoisted(() => ({}));
const disk = vi.hoisted((): { store?: Store } => ({}));
const saved = vi.hoisted((): { text?: string; name?: string } => ({}));
vi.mock('webextension-polyfill', () => ({ default: polyfill }));
vi.mock('../../../extension/background/store.ts', () => ({
	// The one of the test, whenever it is asked.
	diskStore: () => ({
		get: (...args: Parameters<Store['get']>) => disk.store?.get(...args),
		put: (...args: Parameters<Store['put']>) => disk.store?.put(...args),
		keys: async (...args: Parameters<Store['keys']>) => (await disk.store?.keys(...args)) ?? [],
	}),
}));
vi.mock('../../../extension/background/sites.ts', () => ({ mayRead: async (origin: string) => origins.has(`${origin}/*`) }));
vi.mock('../../../extension/content/save-text.ts', () => ({
	saveText: (text: string, name: string) => Object.assign(saved, { text, name }),
}));

const say = words(bundled, 'en');
const { browser, origins, answers } = fakeBrowser();
// The pages hold on to the object itself, which is made before they are loaded.
Object.assign(polyfill, browser);
vi.stubGlobal('chrome', browser);
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
vi.stubGlobal('fetch', fetched);

const { Keys } = await import('../../../extension/options/keys.tsx');

const root = document.createElement('div');
document.body.append(root);
let store: Store;

beforeEach(() => {
	store = memoryStore();
	disk.store = store;
	delete saved.text;
	origins.clear();
	answers.request = true;
	vi.clearAllMocks();
});
afterEach(() => render(null, root));

/** Lets everything that is on its way arrive. */
const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 5)));
async function draw(ring: Keyring = NO_KEYS): Promise<void> {
	render(null, root);
	await storeKeys(store, ring, 1);
	act(() =>
		render(
			<WordsContext.Provider value={say}>
				<Keys />
			</WordsContext.Provider>,
			root,
		),
	);
	await settle();
}
const kept = (): Promise<Keyring> => storedKeys(store);

const keyOf = (name: string) => publicKeyOf(sha256(new TextEncoder().encode(name)));
const jwkOf = (name: string) => publicJwk(keyOf(name));
const sshOf = (name: string) => {
	const blob = [...new Uint8Array([0, 0, 0, 11]), ...new TextEncoder().encode('ssh-ed25519'), 0, 0, 0, 32, ...keyOf(name)];
	return `ssh-ed25519 ${toBase64(new Uint8Array(blob))} ${name}@laptop`;
};
const listed = (name: string, more: Partial<ListedKey> = {}): ListedKey => ({
	jwk: jwkOf(name),
	thumbprint: thumbprint(jwkOf(name)),
	owner: name,
	purpose: 'results',
	scopes: [{}],
	status: 'active',
	source: { how: 'pasted', at: '2026-01-04T10:00:00.000Z' },
	...more,
});

const labelled = (label: string): HTMLInputElement | HTMLTextAreaElement => {
	const found = [...root.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
	const field = found && (root.querySelector<HTMLInputElement>(`[id="${found.getAttribute('for')}"]`) ?? found.querySelector('input'));
	if (!field) throw new Error(`no field “${label}” in ${root.textContent}`);
	return field;
};
async function fill(label: string, text: string): Promise<void> {
	const field = labelled(label);
	act(() => {
		field.value = text;
		field.dispatchEvent(new Event('input', { bubbles: true }));
	});
	await settle();
}
const button = (text: string) =>
	[...root.querySelectorAll('button')].find((one) => one.textContent === text || one.getAttribute('aria-label')?.startsWith(text));
async function press(text: string): Promise<void> {
	const found = button(text);
	if (!found) throw new Error(`no button “${text}” in ${root.textContent}`);
	act(() => found.click());
	await settle();
}
const FIELD = say('key_add');
async function offer(text: string): Promise<void> {
	await fill(FIELD, text);
	await press(say('key_show'));
}
const said = () => root.querySelector('#newkey-said')?.textContent;
const cards = () => [...root.querySelectorAll('.keycard')].map((card) => card.querySelector('h3')?.textContent);
const TRUST = say.plural('key_trust', 1);

describe('a key comes in by two presses', () => {
	test('the first shows its thumbprint, the second trusts it, for what the reader says', async () => {
		await draw();
		await offer(JSON.stringify(jwkOf('harbor')));
		expect(root.querySelector('.review')?.textContent).toContain(thumbprint(jwkOf('harbor')));
		expect(await kept()).toEqual(NO_KEYS);
		expect(browser.runtime.sendMessage).not.toHaveBeenCalled();
		// Nobody's key is nobody's to trust.
		await press(TRUST);
		expect(root.querySelector('[aria-invalid="true"]')).toBe(labelled(say('key_owner')));
		expect(document.activeElement).toBe(labelled(say('key_owner')));
		await fill(say('key_owner'), ' Harbor Eval Lab ');
		await fill(say('claim_issuer'), 'harbor.example');
		await fill(say('key_scope_benchmarks'), 'cais/hle, Idavidrein/gpqa');
		await fill(say('key_scope_hosts'), 'https://HuggingFace.co/');
		await press(TRUST);
		const [key] = (await kept()).keys;
		expect(key).toEqual({
			...listed('harbor'),
			owner: 'Harbor Eval Lab',
			issuer: 'https://harbor.example',
			scopes: [{ benchmarks: ['cais/hle', 'Idavidrein/gpqa'], hosts: ['huggingface.co'] }],
			source: { how: 'pasted', at: expect.any(String) },
		});
		expect(trustedKeys(await kept())).toContainEqual(key);
		expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'keys' });
		expect(said()).toBe(say.plural('key_taken', 1));
		expect(labelled(FIELD).value).toBe('');
		expect(cards()[0]).toBe(`Harbor Eval Lab ${say('key_status_active')}`);
	});

	test('an SSH key is for commits unless it is said otherwise, with the fingerprint that ssh-keygen prints', async () => {
		await draw();
		await offer(sshOf('lindqvist'));
		// As `ssh-keygen -l` prints it for this line.
		const print = 'SHA256:zsN6cPpsJ5h9491YHrvk71A5RwdpnL4lojWASlk2DEo';
		expect(root.querySelector('.review')?.textContent).toContain(print);
		await fill(say('key_owner'), 'a.lindqvist');
		await press(TRUST);
		expect((await kept()).keys).toMatchObject([{ owner: 'a.lindqvist', purpose: 'commits', scopes: [{}] }]);
		expect(root.querySelector('.keycard')?.textContent).toContain(print);
		expect(root.querySelector('.keycard')?.textContent).toContain(say('key_scope_commits'));
		expect(button(say('key_scope_change'))).toBeUndefined();
	});

	test('the keys that a forge lists, line by line', async () => {
		await draw();
		await offer(`${sshOf('laptop')}\nssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQc= old\n${sshOf('desk')}\n`);
		await fill(say('key_owner'), 'a.lindqvist');
		await press(say.plural('key_trust', 2));
		expect((await kept()).keys).toMatchObject([{ thumbprint: thumbprint(jwkOf('laptop')) }, { thumbprint: thumbprint(jwkOf('desk')) }]);
	});

	test('keys of one set come together and are no change to each other; what is of another kind is named', async () => {
		await draw();
		const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };
		await offer(JSON.stringify({ keys: [jwkOf('one'), rsa, jwkOf('two')] }));
		expect(root.textContent).toContain(say('key_refused_other_kind', { kind: 'RSA' }));
		await fill(say('key_owner'), 'Two Keys');
		await fill(say('claim_issuer'), 'https://two.example');
		await press(say.plural('key_trust', 2));
		expect((await kept()).keys).toHaveLength(2);
		expect((await kept()).changes).toEqual([]);
		expect(trustedKeys(await kept())).toHaveLength(2 + bundledKeys.length);
	});

	test('a scope that cannot be read is refused at its field', async () => {
		await draw();
		await offer(JSON.stringify(jwkOf('harbor')));
		await fill(say('key_owner'), 'Harbor');
		await fill(say('key_scope_organisations'), 'lumen-labs/kestrel');
		await press(TRUST);
		expect(root.textContent).toContain(say('key_scope_wrong_organisations', { name: 'lumen-labs/kestrel' }));
		expect((await kept()).keys).toEqual([]);
	});

	test('cancelled, nothing is taken', async () => {
		await draw();
		await offer(JSON.stringify(jwkOf('harbor')));
		await press(say('key_cancel'));
		expect(root.querySelector('.review')).toBeNull();
		expect((await kept()).keys).toEqual([]);
	});
});

describe('what is not taken', () => {
	const x = (hex: string) => toBase64url(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
	const jwk = (value: string) => JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: value });
	const POINTS = {
		'small-order': x(`01${'00'.repeat(31)}`),
		torsion: x('cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d'),
		'not-a-point': x(`02${'00'.repeat(31)}`),
		length: x('0102'),
	};

	test.each(Object.entries(POINTS))('%s, in words', async (fault, value) => {
		await draw();
		await offer(jwk(value));
		expect(said()).toBe(say('key_refused_point', { fault: say.code('key_fault', fault) }));
		expect(say.code('key_fault', fault)).not.toBe('');
		expect(root.querySelector('.review')).toBeNull();
	});

	test.each([
		['a JWK', JSON.stringify({ ...jwkOf('harbor'), d: toBase64url(sha256(new Uint8Array(1))) })],
		['one that is cut', `{"kty":"OKP","d":"${toBase64url(sha256(new Uint8Array(1)))}"`],
		['a file of ssh-keygen', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----'],
		['a list', JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [{ jwk: { d: toBase64url(sha256(new Uint8Array(1))) } }] })],
	])('a secret key, in %s: said loudly, and the field is empty', async (_, text) => {
		await draw();
		await offer(text);
		expect(said()).toBe(say('key_refused_secret_key'));
		expect(labelled(FIELD).value).toBe('');
		expect(root.innerHTML).not.toContain('b3BlbnNzaC1rZXk');
	});

	test.each([
		['', 'key_refused_empty'],
		['hello', 'key_refused_not_a_key'],
		['http://lab.example/keys.json', 'key_not_an_address'],
		['https://me:pw@lab.example/keys.json', 'key_not_an_address'],
	] as const)('“%s”', async (text, code) => {
		await draw();
		await offer(text);
		expect(said()).toBe(say(code));
		expect(browser.permissions.request).not.toHaveBeenCalled();
	});

	test('the demo’s key for more, and another key under its issuer', async () => {
		const [demo] = bundledKeys;
		await draw();
		for (const [key, code] of [
			[demo?.jwk, 'key_refused_bundled'],
			[jwkOf('harbor'), 'key_refused_bundled_issuer'],
		] as const) {
			await offer(JSON.stringify(key));
			await fill(say('key_owner'), 'Harbor');
			await fill(say('claim_issuer'), demo?.issuer ?? '');
			await press(TRUST);
			expect(root.querySelector('.review [role=alert]')?.textContent).toBe(say(code));
		}
		expect((await kept()).keys).toEqual([]);
	});

	test('a list of a key that may not come in, or that is not as its thumbprint says', async () => {
		await draw();
		const list = (key: ListedKey) => JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [key] });
		await offer(list(listed('hub', { purpose: 'model-index' })));
		expect(root.querySelector('.review')?.textContent).toContain(
			say('key_refused_too_few_tokens', { models: MODELS_WITH_KNOWN_TOKENS.join(', ') }),
		);
		expect(button(TRUST)).toBeUndefined();
		await offer(list(listed('hub', { thumbprint: thumbprint(jwkOf('other')) })));
		expect(said()).toContain(say('key_list_refused_thumbprint', { at: '/keys/0', owner: 'hub' }));
	});

	test('every code has its words', () => {
		for (const code of ['empty', 'not-a-key', 'secret-key', 'other-kind', 'point', 'too-many', 'too-long', 'none-left', 'other-purpose'])
			expect(say.code('key_refused', code)).not.toBe('');
		for (const code of ['not-json', 'not-a-list', 'secret-key', 'schema', 'thumbprint', 'point'])
			expect(say.code('key_list_refused', code)).not.toBe('');
	});
});

describe('another key under a known issuer', () => {
	const known = listed('tidewater', { issuer: 'https://tidewater.example' });
	async function changed(): Promise<void> {
		await draw({ keys: [known], changes: [] });
		await offer(JSON.stringify(jwkOf('other')));
		await fill(say('key_owner'), 'tidewater');
		await fill(say('claim_issuer'), 'https://tidewater.example');
		await press(TRUST);
	}
	const owners = async () => trustedKeys(await kept()).map((key) => key.thumbprint);
	const demo = bundledKeys.map((key) => key.thumbprint);

	test('is a stop: both are shown, in front, and nothing by either counts', async () => {
		await changed();
		const notice = root.querySelector('[role=alert]');
		expect(notice?.textContent).toContain(say('key_change_title', { owner: 'tidewater' }));
		expect(notice?.textContent).toContain(known.thumbprint);
		expect(notice?.textContent).toContain(thumbprint(jwkOf('other')));
		expect(document.activeElement).toBe(notice);
		expect(await owners()).toEqual(demo);
		expect(said()).toBe(say.plural('key_stopped', 1));
		expect(cards()[0]).toContain(say('key_status_held'));
	});

	test('also one that is known as somebody else’s', async () => {
		await draw({ keys: [known, listed('other', { issuer: 'https://other.example' })], changes: [] });
		await offer(JSON.stringify(jwkOf('other')));
		expect(root.querySelector('.review')?.textContent).toContain(say('key_known'));
		await fill(say('key_owner'), 'tidewater');
		await fill(say('claim_issuer'), 'https://tidewater.example');
		await press(TRUST);
		expect(root.querySelectorAll('.keystop')).toHaveLength(1);
		await press(say('key_change_use_new'));
		expect((await kept()).keys).toMatchObject([{ thumbprint: thumbprint(jwkOf('other')), issuer: 'https://tidewater.example' }]);
	});

	test.each([
		['keep', 'key_change_keep', [known.thumbprint]],
		['use-new', 'key_change_use_new', [thumbprint(jwkOf('other'))]],
		['remove-both', 'key_change_remove_both', []],
	] as const)('%s', async (decision, label, left) => {
		await changed();
		await press(say(label));
		expect(root.querySelector('.keystop')).toBeNull();
		expect((await owners()).toSorted()).toEqual([...demo, ...left].toSorted());
		expect(root.querySelector('#keys > [role=status]')?.textContent).toBe(say.code('key_change_decided', decision));
		expect(browser.runtime.sendMessage).toHaveBeenLastCalledWith({ type: 'keys' });
	});
});

describe('a key in the list', () => {
	test('says what it may speak for, how long, and where it is from; the demo’s cannot be removed', async () => {
		const scopes = [{ benchmarks: ['cais/hle'], hosts: ['huggingface.co'] }];
		await draw({ keys: [listed('Harbor', { scopes, notBefore: '2026-01-01', notAfter: '2026-12-31' })], changes: [] });
		const text = root.querySelector('.keycard')?.textContent;
		for (const expected of [
			say('key_scope', { benchmarks: 'cais/hle', organisations: say('key_scope_anybody'), hosts: 'huggingface.co' }),
			`${say('key_valid_from', { date: 'Jan 1, 2026' })} ${say('key_valid_until', { date: 'Dec 31, 2026' })}`,
			`${say('key_source_pasted')}, Jan 4, 2026`,
		])
			expect(text).toContain(expected);
		const demo = root.querySelector('.keycard--bundled');
		expect(demo?.textContent).toContain(say('key_status_demo'));
		expect(demo?.querySelector('button')).toBeNull();
	});

	test('revoked: why and since when', async () => {
		const more = { status: 'revoked', revokedAt: '2026-05-04', reason: 'laptop stolen' } as const;
		await draw({ keys: [listed('Old Pier', more), listed('Free', { scopes: [] })], changes: [] });
		const [revoked, free] = [...root.querySelectorAll('.keycard')].map((card) => card.textContent);
		expect(revoked).toContain(say('key_status_revoked'));
		expect(revoked).toContain('laptop stolen');
		expect(revoked).toContain(say('key_revoked_on', { date: 'May 4, 2026' }));
		// No scope is not every scope.
		expect(free).toContain(`${say('signature_scope')}${say('key_scope_nothing')}`);
	});

	test('is removed by one press, at once', async () => {
		await draw({ keys: [listed('Harbor'), listed('Pier')], changes: [] });
		await press(say('key_remove_of', { owner: 'Harbor', thumbprint: listed('Harbor').thumbprint.slice(0, 4) }));
		expect((await kept()).keys.map(({ owner }) => owner)).toEqual(['Pier']);
		expect(root.querySelector('#keys > [role=status]')?.textContent).toBe(say('key_removed', { owner: 'Harbor' }));
		expect(document.activeElement).toBe(root.querySelector('#h-keys'));
		expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'keys' });
	});

	test('changes its scope, and nothing else of it', async () => {
		const before = listed('Harbor', {
			issuer: 'https://harbor.example',
			scopes: [{ hosts: ['huggingface.co'] }, { benchmarks: ['cais/hle'] }],
		});
		await draw({ keys: [before], changes: [] });
		await press(say('key_scope_change'));
		expect(labelled(say('key_scope_hosts')).value).toBe('huggingface.co');
		await fill(say('key_scope_hosts'), '');
		expect(root.querySelector('.scope')?.textContent).toContain(say('key_scope_any'));
		await fill(say('key_scope_organisations'), 'lumen-labs');
		await press(say('key_scope_save'));
		expect((await kept()).keys).toEqual([{ ...before, scopes: [{ organisations: ['lumen-labs'] }, { benchmarks: ['cais/hle'] }] }]);
		expect(root.querySelector('.keycard [role=status]')?.textContent).toBe(say('key_scope_holds'));
	});

	test('says so where the browser keeps nothing', async () => {
		await draw({ keys: [listed('Harbor')], changes: [] });
		disk.store = { ...store, put: async () => undefined };
		await press(say('options_remove'));
		expect(root.querySelector('#keys > [role=status]')?.textContent).toBe(say('key_not_kept'));
		expect(cards()[0]).toContain('Harbor');
	});
});

describe('a list as a file', () => {
	async function open(text: string): Promise<void> {
		const input = root.querySelector<HTMLInputElement>('input[type=file]');
		if (!input) throw new Error('no field for a file');
		Object.defineProperty(input, 'files', { value: [new File([text], 'mine.json')], configurable: true });
		act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
		await settle();
	}

	test('goes out and comes in again, by a press', async () => {
		const keys = [
			listed('Harbor', { issuer: 'https://harbor.example', scopes: [{ benchmarks: ['cais/hle'] }], notBefore: '2026-01-01' }),
			listed('Pier', { status: 'revoked', reason: 'lost', revokedTokens: ['1'] }),
			listed('lindqvist', { purpose: 'commits' }),
		];
		await draw({ keys, changes: [] });
		await press(say('key_export'));
		expect(saved.name).toBe('evalmark-keys.json');
		store = memoryStore();
		disk.store = store;
		await draw();
		await open(saved.text ?? '');
		for (const key of keys) expect(root.querySelector('.review')?.textContent).toContain(key.thumbprint);
		expect((await kept()).keys).toEqual([]);
		await press(say.plural('key_trust', 3));
		expect((await kept()).keys).toEqual(keys.map((key) => ({ ...key, source: { how: 'imported', at: expect.any(String) } })));
		expect(said()).toBe(say.plural('key_taken', 3));
	});

	test('a key that is there and revoked stays so, and that is said before', async () => {
		await draw({ keys: [listed('Pier', { status: 'revoked', reason: 'lost' })], changes: [] });
		await open(JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [listed('Pier')] }));
		expect(root.querySelector('.review')?.textContent).toContain(say('key_known_revoked'));
		await press(TRUST);
		expect((await kept()).keys).toMatchObject([{ status: 'revoked', reason: 'lost' }]);
	});

	test('of something else changes nothing', async () => {
		await draw();
		await open('dear reader');
		expect(said()).toBe(`${say('key_list_not_taken', { name: 'mine.json' })} ${say('key_list_refused_not_json')}`);
	});

	test('without keys there is nothing to export', async () => {
		await draw();
		await press(say('key_export'));
		expect(saved.text).toBeUndefined();
		expect(said()).toBe(say('key_export_none'));
	});
});

describe('from an address', () => {
	const URL_OF_KEYS = 'https://lab.example/keys.json';
	const ask = async (url = `${URL_OF_KEYS}?who=me#top`) => {
		await fill(FIELD, url);
		await press(say('key_ask', { site: 'lab.example' }));
	};
	const answer = (text: string, init?: ResponseInit) => fetched.mockImplementation(async () => new Response(text, init));

	test('asked as nobody, for one origin, which is not allowed any more afterwards', async () => {
		answer(JSON.stringify({ keys: [jwkOf('lab')] }));
		await draw();
		await fill(FIELD, URL_OF_KEYS);
		expect(fetched).not.toHaveBeenCalled();
		await ask();
		expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://lab.example/*'] });
		const [url, init] = fetched.mock.calls[0] ?? [];
		expect(url).toBe(`${URL_OF_KEYS}?who=me`);
		expect(init).toMatchObject({ credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' });
		expect([...origins]).toEqual([]);
		expect((await kept()).keys).toEqual([]);
		expect(labelled(say('claim_issuer')).value).toBe('https://lab.example');
		await fill(say('key_owner'), 'The Lab');
		await press(TRUST);
		expect((await kept()).keys).toMatchObject([
			{ owner: 'The Lab', issuer: 'https://lab.example', source: { how: 'fetched', url: URL_OF_KEYS } },
		]);
	});

	test('what was allowed before stays allowed', async () => {
		origins.add('https://lab.example/*');
		answer(JSON.stringify(jwkOf('lab')));
		await draw();
		await ask();
		expect(root.querySelector('.review')).not.toBeNull();
		expect([...origins]).toEqual(['https://lab.example/*']);
	});

	test('refused by the reader: nothing is asked', async () => {
		answers.request = false;
		await draw();
		await ask();
		expect(fetched).not.toHaveBeenCalled();
		expect(said()).toBe(say('options_refused', { site: 'lab.example' }));
	});

	test.each([
		['not there', { status: 404 }, say('state_not_found', { origin: 'lab.example' })],
		[
			'elsewhere',
			{ status: 302, headers: { location: 'https://evil.example/' } },
			say('state_redirected_elsewhere', { origin: 'lab.example' }),
		],
		['broken', { status: 500 }, say('state_server_error_status', { origin: 'lab.example', status: '500' })],
	])('%s: said, the permission is gone, and a second press asks again', async (_, init, text) => {
		answer('', init);
		await draw();
		await ask();
		expect(said()).toBe(text);
		expect([...origins]).toEqual([]);
		await ask();
		expect(fetched).toHaveBeenCalledTimes(2);
	});

	test('too much of it is not read', async () => {
		answer(' '.repeat(4 * 1024 * 1024 + 1));
		await draw();
		await ask();
		expect(said()).toBe(say('state_too_large'));
	});

	test('a list that is older than the one that was taken in before is refused', async () => {
		const list = (revision: number) => JSON.stringify({ format: 'evalmark-keys', version: 1, revision, keys: [listed('Harbor')] });
		await draw();
		answer(list(5));
		await ask();
		await press(TRUST);
		answer(list(4));
		await ask();
		expect(said()).toBe(say('key_list_older', { site: 'lab.example', revision: 4, newest: 5 }));
		expect(root.querySelector('.review')).toBeNull();
		answer(list(5));
		await ask();
		expect(root.querySelector('.review')).not.toBeNull();
	});
});
