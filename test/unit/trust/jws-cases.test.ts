import { describe, expect, test } from 'vitest';
import { fromBase64url } from '../../../shared/trust/crypto/base64url.ts';
import { fits } from '../../../shared/trust/crypto/ed25519.ts';
import { readJws } from '../../../shared/trust/jws/read-jws.ts';
import { readCandidates } from '../../../shared/trust/keys/candidate.ts';
import { statesOf } from './judge.ts';
import { ATTACKER, CARD_HEADER, card, cardHash, DAY, HOST_ID, jws, keyList, LAB, listedForCards, METRIC, NOW } from './made.ts';
import { there, tokenCases, webKeys, webSignatures } from './public-vectors.ts';
import { toldCases } from './token-cases.ts';

/** What each word of the cases means here: how the token is read, whether its signature fits their key, and the state that comes of it. */
const MEANS: Readonly<Record<string, readonly [reading: RegExp, fits: boolean | null, state: string]>> = {
	'signature-valid': [/^read$/, true, 'could-not-check'],
	'signature-valid-with-warning-or-rejected': [/^read$/, true, 'could-not-check'],
	'signature-invalid': [/^read$/, false, 'unknown-key'],
	malformed: [/^fault /, null, 'malformed'],
	'malformed-if-it-contains-+-or-/': [/^fault not-base64url$/, null, 'malformed'],
	'malformed(size cap)': [/^fault too-long$/, null, 'malformed'],
	// Decided: a hash has one way to be written.
	'malformed-or-normalised(decide)': [/^read$/, true, 'malformed'],
	'unsupported-alg': [/^algorithm /, null, 'unsupported-format'],
	'unsupported-version': [/^read$/, true, 'unsupported-format'],
	'wrong-type': [/^read$/, true, 'unsupported-format'],
	'unknown-key': [/^read$/, true, 'unknown-key'],
	// Their times stand behind their claims, which cannot be compared: see the twins.
	expired: [/^read$/, true, 'could-not-check'],
	'not-yet-valid': [/^read$/, true, 'could-not-check'],
};
/** What a JWS may say of times is no matter of JWS. */
const READ_THEN_MALFORMED = 'exp not a number';

describe.skipIf(!there)('token cases of our own', () => {
	const { publicJwk } = there ? tokenCases() : { publicJwk: { x: '' } };
	const { keys, cases } = there ? toldCases() : { keys: [], cases: [] };

	test('are 42', () => {
		expect(cases).toHaveLength(42);
		expect(new Set(cases.map(({ name }) => name)).size).toBe(42);
	});

	test.each(cases)('$name is $expect', ({ name, token, expect: word }) => {
		const [reading, valid, state] = name === READ_THEN_MALFORMED ? [/^read$/, true, 'malformed'] : MEANS[word]!;
		const read = readJws(token);
		expect(read.ok ? 'read' : 'fault' in read ? `fault ${read.fault}` : `algorithm ${read.algorithm}`).toMatch(reading);
		expect(read.ok ? fits(read.jws.signature, read.jws.signed, fromBase64url(publicJwk.x)!) : null).toBe(valid);
		expect(statesOf([card({ ...METRIC, token })], keys, NOW, null)[0]).toMatch(new RegExp(`^${state}: `));
	});

	test.each(cases)('$name: $state', ({ readme, state }) => {
		expect(statesOf([readme], keyList(...keys), NOW, null)).toEqual([state]);
	});

	test('none is called verified, with the id of a repository or without', () => {
		const states = [null, HOST_ID].flatMap((id) =>
			statesOf(
				cases.map(({ readme }) => readme),
				keys,
				NOW,
				id,
			),
		);
		expect(states).toHaveLength(84);
		expect(states.filter((state) => state.startsWith('verified') || state.startsWith('changed'))).toEqual([]);
	});

	test('with the id, those that can be read are a mismatch: their hash is of nothing', () => {
		const signed = cases.filter(({ state }) => /^(?:could-not-check|unknown-key)/.test(state));
		expect(signed).toHaveLength(12);
		const states = statesOf(
			signed.map(({ readme }) => readme),
			keys,
			NOW,
			HOST_ID,
		);
		expect(states.filter((state) => !state.startsWith('claims-mismatch: hash-differs'))).toEqual([]);
	});

	const twins = cases.flatMap(({ name, twin }) => (twin ? [{ name, ...twin }] : []));

	test.each(twins)('$name, over claims that fit and by a listed key: $state', ({ readme, state }) => {
		expect(statesOf([readme], keyList(...keys), NOW, HOST_ID)).toEqual([state]);
	});

	test('of the twins three are verified', () => {
		expect(twins).toHaveLength(27);
		expect(twins.filter(({ state }) => state.startsWith('verified'))).toHaveLength(3);
	});
});

describe.skipIf(!there)('the web tokens of Wycheproof', () => {
	test('401 in 23 groups: not one is of Ed25519, and not one is read', () => {
		const tests = webSignatures().flatMap((group) => group.tests);
		expect([webSignatures().length, tests.length]).toEqual([23, 401]);
		const keys = JSON.stringify(webSignatures().map((group) => [group.public, group.private]));
		expect(keys).not.toMatch(/OKP|Ed25519|EdDSA/);
		// Their JSON serialisations are no compact tokens, which is all that can stand in a `verifyToken`.
		const read = tests.map(({ jws: token }) => readJws(typeof token === 'string' ? token : JSON.stringify(token)));
		expect(read.filter(({ ok }) => ok)).toEqual([]);
		const count = (name: string) =>
			read.filter((one) => name === ('algorithm' in one ? one.algorithm : 'fault' in one && one.fault)).length;
		const names = ['symmetric-algorithm', 'no-algorithm', 'other-algorithm'];
		expect(names.map(count)).toEqual([27, 5, 342]);
	});

	test('26 key sets: none has a key to take', () => {
		expect(webKeys().flatMap((group) => group.tests)).toHaveLength(26);
		const read = webKeys().map((group) => readCandidates(JSON.stringify(group.public ?? group.private)));
		expect(read.filter(({ ok }) => ok)).toEqual([]);
	});
});

/** What the cases are about, where they are not there. */
describe('a token over claims that fit, by a listed key', () => {
	const payload = { hash: cardHash(HOST_ID, METRIC), version: 1 };
	const state = (header: string, claims: object, seed = LAB) =>
		statesOf([card({ ...METRIC, token: jws(header, JSON.stringify(claims), seed) })], keyList(listedForCards()), NOW, HOST_ID)[0];
	const now = NOW / 1000;

	test.each([
		['as the Hub wrote it', CARD_HEADER, payload, 'verified: commit-not-signed'],
		['of another version', CARD_HEADER, { ...payload, version: 2 }, 'unsupported-format: other-token'],
		['of version "1"', CARD_HEADER, { ...payload, version: '1' }, 'unsupported-format: other-token'],
		['with a claim more', CARD_HEADER, { ...payload, sub: 'x' }, 'unsupported-format: other-token'],
		['of another type', '{"alg":"EdDSA","typ":"at+jwt"}', payload, 'unsupported-format: other-token'],
		['expired', CARD_HEADER, { ...payload, exp: now - 300 }, 'expired: expired commit-not-signed'],
		['expired within what clocks are off', CARD_HEADER, { ...payload, exp: now - 299 }, 'verified: commit-not-signed'],
		['of tomorrow', CARD_HEADER, { ...payload, nbf: now + DAY }, 'not-yet-valid: dated-later commit-not-signed'],
		['issued tomorrow', CARD_HEADER, { ...payload, iat: now + DAY }, 'not-yet-valid: dated-later commit-not-signed'],
		['of five minutes from now', CARD_HEADER, { ...payload, nbf: now + 300 }, 'verified: commit-not-signed'],
		['of a time that is none', CARD_HEADER, { ...payload, iat: '2026' }, 'malformed: time-form'],
		['of a time before 1970', CARD_HEADER, { ...payload, iat: -1 }, 'malformed: time-form'],
		['of a time that no calendar has', CARD_HEADER, { ...payload, iat: 1e15 }, 'malformed: time-form'],
	])('%s', (_, header, claims, wanted) => {
		expect(state(header, claims)).toBe(wanted);
	});

	test("by another key is nobody's", () => {
		expect(state(CARD_HEADER, payload, ATTACKER)).toBe('unknown-key: no-key-fits claims-fit');
	});
});
