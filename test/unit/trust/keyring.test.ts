import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import { addKeys, counting, decide, type Keyring, NO_KEYS, removeKey } from '../../../shared/trust/keys/add-keys.ts';
import { bundledKeys } from '../../../shared/trust/keys/bundled.ts';
import { holdsSecret, readCandidates } from '../../../shared/trust/keys/candidate.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { endOf } from '../../../shared/trust/keys/moment.ts';
import { obstacle } from '../../../shared/trust/keys/obstacle.ts';
import { readOffer } from '../../../shared/trust/keys/offer.ts';
import { asKeyList, readKeyList } from '../../../shared/trust/keys/read-key-list.ts';
import { covers } from '../../../shared/trust/keys/scope.ts';
import { sshFingerprint } from '../../../shared/trust/keys/ssh-fingerprint.ts';
import { storedKeys, storeKeys, trustedKeys } from '../../../shared/trust/keys/stored-keys.ts';
import { ATTACKER, LAB, listed, secret } from './made.ts';
import { keyBlob } from './ssh/made.ts';

const ISSUER = 'https://evals.harbor.example';
const first = listed(LAB, { owner: 'first' });
const second = listed(ATTACKER, { owner: 'second' });
const other = listed(secret('other'), { owner: 'other', issuer: 'https://other.example' });
const bare = (({ issuer: _none, ...key }) => key)(listed(secret('bare'), { owner: 'bare' })) as ListedKey;
const owners = (keys: readonly ListedKey[]) => keys.map(({ owner }) => owner);
const ring = (...keys: readonly ListedKey[]): Keyring => addKeys(NO_KEYS, keys);

describe('keys that come', () => {
	test('stand in the ring once, the newest word of each, in their order', () => {
		const added = addKeys(ring(first, other), [{ ...first, owner: 'renamed' }, bare]);
		expect(owners(added.keys)).toEqual(['renamed', 'other', 'bare']);
		expect(added.changes).toEqual([]);
	});

	test('together are no surprise to each other, and none is beside a retired one or of another purpose', () => {
		expect(ring(first, second).changes).toEqual([]);
		for (const status of ['retired', 'revoked'] as const) {
			expect(addKeys(ring({ ...first, status }), [second]).changes).toEqual([]);
			expect(addKeys(ring(first), [{ ...second, status }]).changes).toEqual([]);
		}
		expect(addKeys(ring(first), [{ ...second, purpose: 'commits' }]).changes).toEqual([]);
		expect(addKeys(ring(bare), [(({ issuer: _none, ...key }) => key)(second) as ListedKey]).changes).toEqual([]);
	});

	test('under an issuer whose key is known stop everything under it, and nothing else', () => {
		const stopped = addKeys(ring(first, other), [second]);
		expect(stopped.changes).toEqual([{ issuer: ISSUER, purpose: 'results', known: [first], offered: [second] }]);
		expect(owners(stopped.keys)).toEqual(['first', 'other']);
		expect(owners(counting(stopped))).toEqual(['other']);
		const commits = { ...first, purpose: 'commits' as const, owner: 'commits' };
		expect(owners(counting(addKeys(stopped, [commits])))).toEqual(['other', 'commits']);
		// Offered again it is one offer; a third key is another one.
		const third = listed(secret('third'), { owner: 'third' });
		expect(addKeys(stopped, [{ ...second, owner: 'again' }, third]).changes.map(({ offered }) => owners(offered))).toEqual([
			['again', 'third'],
		]);
	});

	test('that move to a known issuer are a stop too; to one that nobody knows they are not', () => {
		const moved = addKeys(ring(first, other), [{ ...other, issuer: ISSUER }]);
		expect(moved.changes.map(({ known, offered }) => [owners(known), owners(offered)])).toEqual([[['first'], ['other']]]);
		expect(addKeys(ring(first, other), [{ ...other, issuer: 'https://new.example' }]).changes).toEqual([]);
	});

	test('bring back nothing that was revoked', () => {
		const revoked = { ...first, status: 'revoked' as const, revokedAt: '2026-05-04', reason: 'stolen', revokedTokens: ['a'] };
		const after = addKeys(ring(revoked), [{ ...first, owner: 'again', revokedTokens: ['b'] }]);
		expect(after.keys).toEqual([{ ...revoked, owner: 'again', revokedTokens: ['a', 'b'] }]);
		expect(addKeys(ring({ ...first, revokedTokens: ['a'] }), [first]).keys[0]?.revokedTokens).toEqual(['a']);
		expect(addKeys(ring(first), [first]).keys[0]).not.toHaveProperty('revokedTokens');
		const { revokedAt: _at, reason: _why, ...silent } = revoked;
		expect(addKeys(ring(silent), [first]).keys[0]).not.toHaveProperty('revokedAt');
		expect(addKeys(ring(silent), [first]).keys[0]).not.toHaveProperty('reason');
	});
});

describe('a change', () => {
	const stopped = addKeys(ring(first, other), [second]);
	const settled = (decision: Parameters<typeof decide>[3]) => decide(stopped, ISSUER, 'results', decision);

	test('is decided for the known key, for the new one, or for neither', () => {
		expect([owners(settled('keep').keys), owners(settled('use-new').keys), owners(settled('remove-both').keys)]).toEqual([
			['first', 'other'],
			['other', 'second'],
			['other'],
		]);
		for (const decision of ['keep', 'use-new', 'remove-both'] as const) expect(settled(decision).changes).toEqual([]);
	});

	test('of another issuer or purpose is not touched', () => {
		expect(decide(stopped, 'https://nobody.example', 'results', 'remove-both')).toEqual(stopped);
		expect(decide(stopped, ISSUER, 'commits', 'remove-both')).toEqual(stopped);
	});

	test('stands beside those of other issuers and purposes, and each is decided by itself', () => {
		const theirs = listed(secret('theirs'), { owner: 'theirs', issuer: 'https://other.example' });
		const commits = (key: ListedKey): ListedKey => ({ ...key, purpose: 'commits', owner: `${key.owner}, commits` });
		const all = addKeys(ring(first, other, commits(first)), [second, theirs, commits(second)]);
		const told = ({ changes }: Keyring) => changes.map(({ known, offered }) => `${owners(known)}: ${owners(offered)}`);
		expect(told(all)).toEqual(['first: second', 'other: theirs', 'first, commits: second, commits']);
		expect(told(decide(all, ISSUER, 'results', 'use-new'))).toEqual(['other: theirs', 'first, commits: second, commits']);
		expect(told(decide(all, 'https://other.example', 'results', 'keep'))).toEqual(['first: second', 'first, commits: second, commits']);
		expect(owners(decide(all, ISSUER, 'commits', 'remove-both').keys)).toEqual(['first', 'other']);
		// Keys that were not offered together are offered beside each other, and a known one is brought up to date meanwhile.
		const third = listed(secret('third'), { owner: 'third' });
		const more = addKeys(all, [third, { ...first, owner: 'renamed' }]);
		expect(told(more)).toEqual(['other: theirs', 'first, commits: second, commits', 'renamed: second,third']);
		expect(owners(more.keys)).toEqual(['renamed', 'other', 'first, commits']);
	});

	test('of several keys that are known replaces them all', () => {
		const third = listed(secret('third'), { owner: 'third' });
		const fourth = listed(secret('fourth'), { owner: 'fourth' });
		const offered = addKeys(ring(first, third, other), [second, fourth]);
		expect(owners(decide(offered, ISSUER, 'results', 'use-new').keys)).toEqual(['other', 'second', 'fourth']);
		expect(owners(decide(offered, ISSUER, 'results', 'remove-both').keys)).toEqual(['other']);
	});

	test('takes a moved key once', () => {
		const moved = addKeys(ring(first, other), [{ ...other, issuer: ISSUER, owner: 'moved' }]);
		expect(owners(decide(moved, ISSUER, 'results', 'use-new').keys)).toEqual(['moved']);
	});

	test('ends where the key that it is about is removed', () => {
		expect(removeKey(stopped, first)).toEqual({ keys: [other], changes: [] });
		expect(removeKey(stopped, other)).toEqual({ keys: [first], changes: stopped.changes });
		const two = addKeys(ring(first, listed(secret('third'), { owner: 'third' })), [second]);
		expect(removeKey(two, first).changes.map(({ known }) => owners(known))).toEqual([['third']]);
	});
});

describe('what is kept', () => {
	test('comes back as it was; what is no key any more is left out', async () => {
		const store = memoryStore();
		expect(await storedKeys(store)).toEqual(NO_KEYS);
		const kept = addKeys(ring(first, other), [second]);
		await storeKeys(store, kept, 1);
		expect(await storedKeys(store)).toEqual(kept);
		const broken = {
			keys: [first, { ...other, thumbprint: first.thumbprint }, 5, null],
			changes: [{ issuer: ISSUER, purpose: 'results', known: [first], offered: [] }, 7],
		};
		await store.put('setting', 'keys', { value: broken, at: 1 });
		expect(await storedKeys(store)).toEqual({ keys: [first], changes: [] });
		for (const value of [undefined, 5, { keys: 'none' }, { keys: [first], changes: 'none' }]) {
			await store.put('setting', 'keys', { value, at: 1 });
			expect((await storedKeys(store)).changes).toEqual([]);
		}
	});

	test('counts beside what came with the program', () => {
		expect(owners(trustedKeys(NO_KEYS))).toEqual(owners(bundledKeys));
		expect(owners(trustedKeys(ring(first)))).toEqual([...owners(bundledKeys), 'first']);
		expect(owners(trustedKeys(addKeys(ring(first), [second])))).toEqual(owners(bundledKeys));
	});

	test('and what came with it is nobody real, for this machine alone', () => {
		expect(bundledKeys).toHaveLength(1);
		for (const { scopes, owner } of bundledKeys) {
			expect(scopes).toEqual([{ hosts: ['127.0.0.1'] }]);
			expect(owner).toContain('invented');
		}
		expect(asKeyList({ format: 'evalmark-keys', version: 1, keys: bundledKeys }).ok).toBe(true);
	});
});

describe('a scope', () => {
	const about = { host: 'hub.example:8443', path: 'Lumen-Labs/kestrel', dataset: 'cais/HLE' };
	test.each([
		[[], false],
		[[{}], true],
		[[{ hosts: ['HUB.example'] }], true],
		[[{ hosts: ['hub.example:8443'] }], true],
		[[{ hosts: ['hub.example:1'] }], false],
		[[{ hosts: ['example'] }], false],
		[[{ organisations: ['lumen-labs'] }], true],
		[[{ organisations: ['others', 'lumen-labs', 'more'] }], true],
		[[{ organisations: ['kestrel'] }], false],
		[[{ benchmarks: ['cais/hle'] }], true],
		[[{ benchmarks: ['cais'] }], false],
		[[{ benchmarks: ['cais/hle'], hosts: ['elsewhere.example'] }], false],
		[[{ benchmarks: ['other'] }, { benchmarks: ['cais/hle'], organisations: ['lumen-labs'], hosts: ['hub.example'] }], true],
		[[{ organisations: ['lumen-lab\u017f'] }], false],
	] as const)('%j: %s', (scopes, expected) => {
		expect(covers({ scopes }, about)).toBe(expected);
	});
});

describe('a list', () => {
	const list = (keys: readonly unknown[], more: object = {}) => JSON.stringify({ format: 'evalmark-keys', version: 1, keys, ...more });
	test('is taken whole or not at all, with the place of what is wrong', () => {
		expect(readKeyList(list([first, other]))).toMatchObject({ ok: true, list: { keys: [{ owner: 'first' }, { owner: 'other' }] } });
		const cases: readonly (readonly [string, object])[] = [
			['no JSON', { code: 'not-json' }],
			['{"format":"evalmark-keys","format":"x"}', { code: 'not-json' }],
			['[]', { code: 'not-a-list', params: {} }],
			['null', { code: 'not-a-list' }],
			['{"format":"evalmark-export"}', { code: 'not-a-list' }],
			['{"format":"evalmark-keys"}', { code: 'schema', params: { at: '/', detail: expect.stringMatching(/version|keys/) } }],
			[`{"format":"evalmark-keys","x":${'['.repeat(9)}${']'.repeat(9)}}`, { code: 'not-json', params: {} }],
			[list([first], { version: 2 }), { code: 'schema', params: { at: '/version' } }],
			[list([{ ...first, owner: '' }]), { code: 'schema', params: { at: '/keys/0/owner' } }],
			[list([first, { ...other, thumbprint: first.thumbprint }]), { code: 'thumbprint', params: { at: '/keys/1', owner: 'other' } }],
			[list([{ ...first, jwk: { ...first.jwk, x: `AQ${'A'.repeat(41)}` } }]), { code: 'point', params: { at: '/keys/0', owner: 'first' } }],
			[list([{ ...first, notAfter: '2026-02-31' }]), { code: 'schema', params: { at: '/keys/0/notAfter', detail: 'no such day' } }],
			[list([{ ...first, notBefore: '2026-02-30' }]), { code: 'schema', params: { at: '/keys/0/notBefore' } }],
			[list([{ ...first, revokedAt: '2025-02-29T00:00:00Z' }]), { code: 'schema', params: { at: '/keys/0/revokedAt' } }],
			[list([{ ...first, jwk: { ...first.jwk, d: 'A'.repeat(43) } }]), { code: 'secret-key' }],
			[`${list([first])}${' '.repeat(4 * 1024 * 1024)}`, { code: 'not-json' }],
		];
		for (const [text, expected] of cases) expect(readKeyList(text), text.slice(0, 80)).toMatchObject({ ok: false, ...expected });
		expect(readKeyList(list([{ ...first, notAfter: '2024-02-29', revokedAt: '2024-02-29T23:59:59Z' }])).ok).toBe(true);
	});

	test('says days that count until they are over', () => {
		expect(endOf('2026-03-01')).toBe(Date.UTC(2026, 2, 2) - 1);
		expect(endOf('2026-03-01T12:00:00Z')).toBe(Date.UTC(2026, 2, 1, 12));
	});
});

describe('an offer', () => {
	const jwk = JSON.stringify(first.jwk);
	const line = (key: Uint8Array) => `ssh-ed25519 ${Buffer.from(keyBlob(key)).toString('base64')}`;
	test('is a list, bare keys, or said to be neither', () => {
		expect(readOffer(JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [first] }))).toMatchObject({ kind: 'list' });
		expect(readOffer(jwk)).toMatchObject({ kind: 'keys', candidates: [{ thumbprint: first.thumbprint }], refused: [] });
		expect(readOffer('{"format":"evalmark-keys","version":7}')).toMatchObject({ kind: 'no-list', refusal: { code: 'schema' } });
		expect(readOffer('hello')).toMatchObject({ kind: 'no-keys', refusal: { code: 'not-a-key' } });
		expect(readOffer(JSON.stringify({ ...first.jwk, d: 'A'.repeat(43) }))).toMatchObject({
			kind: 'no-keys',
			refusal: { code: 'secret-key' },
		});
	});

	test.each([
		['', { code: 'empty' }],
		[' \n', { code: 'empty' }],
		['x'.repeat(256 * 1024 + 1), { code: 'too-long', params: { limit: 256 * 1024 } }],
		['{', { code: 'not-a-key' }],
		['{}', { code: 'not-a-key' }],
		['5', { code: 'not-a-key' }],
		['{"kty":"RSA","n":"x"}', { code: 'other-kind', params: { kind: 'RSA' } }],
		['{"kty":"OKP","crv":"X25519","x":"AQ"}', { code: 'other-kind', params: { kind: 'OKP X25519' } }],
		['{"kty":5}', { code: 'other-kind', params: { kind: '–' } }],
		['{"kty":"OKP","crv":"Ed25519","x":"AQ"}', { code: 'point', params: { fault: 'length' } }],
		['{"kty":"OKP","crv":"Ed25519","x":5}', { code: 'point', params: { fault: 'length' } }],
		['{"keys":[]}', { code: 'none-left', params: { count: 0 } }],
		['[{"kty":"RSA"},{"kty":"EC"}]', { code: 'none-left', params: { count: 2 } }],
		[JSON.stringify(Array.from({ length: 101 }, () => first.jwk)), { code: 'too-many', params: { limit: 100 } }],
		['-----BEGIN OPENSSH PRIVATE KEY-----', { code: 'secret-key' }],
		[JSON.stringify({ ...first.jwk, priv: 'short' }), { code: 'secret-key' }],
		['{"kty":"OKP","crv":"Ed25519","\\u0064":"short"}', { code: 'secret-key', params: {} }],
		['{"kty":"oct","k":"short"}', { code: 'secret-key', params: {} }],
		['-----BEGIN SSH2 PRIVATE KEY-----', { code: 'secret-key', params: {} }],
		['one\n-----BEGIN SSH2 PRIVATE KEY-----', { code: 'secret-key', params: {} }],
		['{"kty":"EC","crv":"Ed25519","x":"AQ"}', { code: 'other-kind', params: { kind: 'EC Ed25519' } }],
		[`{"kty":"${'x'.repeat(50)}"}`, { code: 'other-kind', params: { kind: 'x'.repeat(40) } }],
		['[null]', { code: 'other-kind', params: { kind: '–' } }],
		['[["kty"], 5]', { code: 'none-left', params: { count: 2 } }],
		[line(Uint8Array.of(1, ...new Uint8Array(31))), { code: 'point', params: { fault: 'small-order' } }],
		[line(Uint8Array.of(1, 2)), { code: 'point', params: { fault: 'length' } }],
		['ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==', { code: 'other-kind', params: { kind: 'ssh-rsa' } }],
	] as const)('%.40s is refused: %j', (text, refusal) => {
		expect(readCandidates(text)).toMatchObject({ ok: false, refusal });
	});

	test('keeps what can be kept of several, each once', () => {
		const read = readCandidates(JSON.stringify({ keys: [first.jwk, first.jwk, { kty: 'RSA' }, second.jwk] }));
		expect(read.ok && read.candidates.map(({ thumbprint }) => thumbprint)).toEqual([first.thumbprint, second.thumbprint]);
		expect(read.ok && read.refused).toEqual([{ code: 'other-kind', params: { kind: 'RSA' } }]);
		expect(read.ok && read.candidates[0]).not.toHaveProperty('fingerprint');
		const line = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea';
		const lines = readCandidates(`# keys of ada\n\n${line} laptop\n${line} again\nssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==`);
		expect(lines.ok && lines.candidates.map(({ fingerprint }) => fingerprint)).toEqual(
			lines.ok ? [sshFingerprint(lines.candidates[0]!.jwk)] : [],
		);
		expect(lines.ok && lines.refused).toHaveLength(1);
		expect(readCandidates(JSON.stringify(Array.from({ length: 100 }, () => first.jwk)))).toMatchObject({ ok: true });
		expect(readCandidates(JSON.stringify([{ key: line }, { ...first.jwk, key: line }]))).toMatchObject({
			ok: true,
			candidates: [{ fingerprint: expect.any(String) }, { thumbprint: first.thumbprint }],
		});
		expect(readCandidates('one\ntwo')).toMatchObject({ ok: false, refusal: { code: 'not-a-key' } });
		expect(readCandidates('ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==\nnot a key')).toMatchObject({
			ok: false,
			refusal: { code: 'none-left', params: { count: 2 } },
		});
		expect(readCandidates(Array.from({ length: 101 }, () => line).join('\n'))).toMatchObject({ ok: false, refusal: { code: 'too-many' } });
	});

	test('with a secret in it is known as one, and one without is not', () => {
		for (const text of ['{"d":"AAAAAAAAAAAAAAAA"}', '{"k" : "AAAAAAAAAAAAAAAA"', '-----BEGIN PRIVATE KEY-----'])
			expect(holdsSecret(text), text).toBe(true);
		for (const text of [jwk, '{"d":"short"}', '{"id":"AAAAAAAAAAAAAAAA"}', '-----BEGIN PUBLIC KEY-----'])
			expect(holdsSecret(text), text).toBe(false);
	});

	test('of what came with the program, of its issuer, or for a second purpose is no key to take', () => {
		const [demo] = bundledKeys;
		if (!demo) throw new Error('no demo key');
		const held = { keys: [first] };
		expect(obstacle({ ...demo, owner: 'mine' }, held)).toBe('bundled');
		expect(obstacle({ ...other, issuer: demo.issuer ?? '' }, held)).toBe('bundled-issuer');
		expect(obstacle({ ...first, purpose: 'commits' }, held)).toBe('other-purpose');
		for (const key of [first, second, other, bare]) expect(obstacle(key, held)).toBeUndefined();
	});
});
