import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publicKeyOf } from '../../../shared/trust/crypto/ed25519.ts';
import { hex, sha256 } from '../../../shared/trust/crypto/sha.ts';
import { readCandidates } from '../../../shared/trust/keys/candidate.ts';
import { forgeKeys } from '../../../shared/trust/keys/forge-keys.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { knownAnswer } from '../../../shared/trust/keys/known-answers.ts';
import { obstacle } from '../../../shared/trust/keys/obstacle.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { demoLab, stranger, token } from '../../hosts/demo/lab.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const legacy = (n: number, seed: Uint8Array) =>
	token({ hash: hex(sha256(bytes(`${n}`))), version: 1 }, { seed, header: { alg: 'EdDSA', typ: 'JWT', kid: undefined } });
const own = [1, 2, 3, 4].map((n) => legacy(n, demoLab));
const known = new Set(own.map((one) => hex(sha256(bytes(one)))));
const jwk = publicJwk(publicKeyOf(demoLab));

describe('the key of the Hub’s tokens', () => {
	test('is the one that verifies what is known to be signed by it, and enough of that', () => {
		expect(knownAnswer(jwk, own, known)).toBe('is-the-key');
		expect(knownAnswer(publicJwk(publicKeyOf(stranger)), own, known)).toBe('is-another-key');
		expect(knownAnswer(jwk, own.slice(0, 2), known)).toBe('too-few-tokens');
		expect(knownAnswer(jwk, [], known)).toBe('too-few-tokens');
		// The same one three times is one, and what nobody knows says nothing.
		expect(knownAnswer(jwk, [own[0] ?? '', own[0] ?? '', own[0] ?? ''], known)).toBe('too-few-tokens');
		expect(
			knownAnswer(
				jwk,
				[5, 6, 7].map((n) => legacy(n, demoLab)),
				known,
			),
		).toBe('too-few-tokens');
		// One that does not fit is one too many.
		const foreign = legacy(9, stranger);
		expect(knownAnswer(jwk, [...own, foreign], new Set([...known, hex(sha256(bytes(foreign)))]))).toBe('is-another-key');
	});

	test('is asked for only where the key would speak for the Hub', () => {
		const key = (scopes: ListedKey['scopes']): ListedKey => ({
			jwk,
			thumbprint: thumbprint(jwk),
			owner: 'Somebody',
			purpose: 'model-index',
			scopes,
			status: 'active',
			source: { how: 'pasted' },
		});
		const stranged = { ...key([{}]), jwk: publicJwk(publicKeyOf(stranger)), thumbprint: thumbprint(publicJwk(publicKeyOf(stranger))) };
		expect(obstacle(stranged, { keys: [] })).toBe('too-few-tokens');
		for (const scopes of [
			[{}],
			[{ hosts: ['HuggingFace.co'] }],
			[{ benchmarks: ['squad_v2'] }],
			[{ hosts: ['hub.example'] }, { organisations: ['deepset'] }],
		])
			expect(obstacle({ ...stranged, scopes }, { keys: [] }), JSON.stringify(scopes)).toBe('too-few-tokens');
		expect(obstacle({ ...stranged, scopes: [{ hosts: ['hub.example'] }] }, { keys: [] })).toBeUndefined();
		expect(obstacle({ ...stranged, scopes: [] }, { keys: [] })).toBeUndefined();
	});

	const file = new URL('../../../../shared/data/signatures/real_tokens.json', import.meta.url);
	const here = existsSync(file);
	test.skipIf(!here)(
		here ? 'knows the real tokens, none of which is by a key that anybody has' : 'knows the real tokens (NOT RUN: no ../shared/data)',
		() => {
			const tokens = (JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly verifyToken: string }[]).map(
				({ verifyToken }) => verifyToken,
			);
			expect(tokens).toHaveLength(46);
			expect(knownAnswer(jwk, tokens)).toBe('is-another-key');
			// Each of them is known: any three are enough to tell.
			for (let at = 0; at + 3 <= tokens.length; at += 3) expect(knownAnswer(jwk, tokens.slice(at, at + 3))).toBe('is-another-key');
		},
	);
});

describe('keys of forges', () => {
	test.each([
		['https://github.com/ada', 'https://api.github.com/users/ada/ssh_signing_keys', 'signing'],
		['https://github.com/ada.keys', 'https://api.github.com/users/ada/ssh_signing_keys', 'signing'],
		['https://codeberg.org/ada.keys', 'https://codeberg.org/ada.keys', 'login'],
		['https://gitlab.com/ada.keys', 'https://gitlab.com/ada.keys', 'login'],
		['https://codeberg.org/ada', undefined, undefined],
		['https://github.com/ada/model', undefined, undefined],
		['https://github.com/', undefined, undefined],
		['https://lab.example/.well-known/jwks.json', undefined, undefined],
	])('%s: %s', (address, url, meaning) => {
		const found = forgeKeys(new URL(address));
		expect([found?.url.href, found?.meaning]).toEqual([url, meaning]);
	});

	test('are read from the list that their API gives, those of other kinds named', () => {
		const line = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea';
		const answer = [
			{ id: 1, key: `${line} ada@example.org`, title: 'laptop', created_at: '2026-01-04T10:00:00Z' },
			{ id: 2, key: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==', title: 'old' },
		];
		const read = readCandidates(JSON.stringify(answer));
		expect(read).toMatchObject({ ok: true, refused: [{ code: 'other-kind' }] });
		expect(read.ok && read.candidates[0]).toMatchObject({
			jwk: { x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
			thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
		});
		expect(readCandidates(JSON.stringify([{ key: 'no key at all' }]))).toMatchObject({ ok: false, refusal: { code: 'not-a-key' } });
	});
});
