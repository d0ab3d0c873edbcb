import { beforeAll, describe, expect, test } from 'vitest';
import { fits, keyFault, publicKeyOf, sign } from '../../../shared/trust/crypto/ed25519.ts';
import { type Judged, judge } from './judge.ts';
import { fromHex, toHex } from './made.ts';
import { littleEndian, nonCanonical, ownVectors, P, signedWith, smallOrder, TEST_1 } from './own-vectors.ts';
import { rfc8032, speccheck, there, wycheproof, zip215 } from './public-vectors.ts';
import { DIFFERENCES, differing, known } from './second-opinion.ts';

/** What Node's WebCrypto is made of: it has looked at keys since OpenSSL 3.5. */
const [major = 0, minor = 0] = process.versions.openssl.split('.').map(Number);
const engine = major === 3 && minor < 5 ? 'openssl-3.0' : 'openssl-3.5';

describe('vectors of our own', () => {
	test('RFC 8032 test 1: the key of the seed, the signature of the key, and it fits', () => {
		const [seed, publicKey, signature] = [fromHex(TEST_1.seed), fromHex(TEST_1.publicKey), fromHex(TEST_1.signature)];
		expect(toHex(publicKeyOf(seed))).toBe(TEST_1.publicKey);
		expect(toHex(sign(new Uint8Array(), seed))).toBe(TEST_1.signature);
		expect([fits(signature, new Uint8Array(), publicKey), keyFault(publicKey)]).toEqual([true, undefined]);
	});

	test('none of the 512 signatures that differ from it in one bit fits', () => {
		const publicKey = fromHex(TEST_1.publicKey);
		const taken = Array.from({ length: 512 }, (_, bit) => bit).filter((bit) => {
			const signature = fromHex(TEST_1.signature);
			signature[bit >> 3]! ^= 1 << (bit & 7);
			return fits(signature, new Uint8Array(), publicKey);
		});
		expect(taken).toEqual([]);
	});

	test('the eight points of small order are eight, and eight times each is zero', () => {
		expect(new Set(smallOrder.map((point) => point.toHex())).size).toBe(8);
		for (const point of smallOrder) expect(point.double().double().double().is0()).toBe(true);
	});

	test('each fits or does not, as it has to', async () => {
		const judged = await judge(ownVectors);
		expect(judged.map((one) => [one.name, one.fits])).toEqual(ownVectors.map(({ name, valid }) => [name, valid]));
	});

	test('a key of small order, with a part of it, or written in another way is refused', () => {
		expect(smallOrder.map((point) => keyFault(point.toBytes()))).toEqual(Array(8).fill('small-order'));
		const mixed = smallOrder.slice(1).map((key) => keyFault(fromHex(signedWith({ key }).publicKey)));
		expect(mixed).toEqual(Array(7).fill('torsion'));
		expect(nonCanonical).toHaveLength(40);
		expect(nonCanonical.map((bytes) => keyFault(bytes))).toEqual(Array(40).fill('not-a-point'));
		expect([0, 31, 33, 64].map((length) => keyFault(new Uint8Array(length)))).toEqual(Array(4).fill('length'));
		// The largest coordinate that is one, and a number with no point.
		expect([keyFault(littleEndian(P - 1n)), keyFault(littleEndian(2n))]).toEqual(['small-order', 'not-a-point']);
	});

	test('WebCrypto differs where that is known, and under a key that is taken in R alone', async () => {
		const judged = await judge(ownVectors);
		const found = differing(judged);
		expect(found).toEqual(known(engine, judged));
		const trusted = judged.filter(({ name, fault }) => name in found && fault === null);
		expect(trusted.map(({ name }) => DIFFERENCES[engine][name])).toEqual(Array(7).fill('mixed-order R'));
	});
});

describe.skipIf(!there)('published vectors', () => {
	let judged: readonly Judged[] = [];
	const named = (prefix: string) => judged.filter(({ name }) => name.startsWith(prefix));
	beforeAll(async () => {
		judged = await judge([...wycheproof(), ...speccheck(), ...zip215(), ...rfc8032()]);
	});

	test('Wycheproof: 151 of 151 agree', () => {
		expect(named('wycheproof').map((one) => [one.name, one.fits])).toEqual(wycheproof().map(({ name, valid }) => [name, valid]));
		expect(named('wycheproof')).toHaveLength(151);
		expect(new Set(wycheproof().map(({ valid }) => valid))).toEqual(new Set([true, false]));
		expect(named('wycheproof').filter(({ fault }) => fault !== null)).toEqual([]);
	});

	test('speccheck: 2, 3, 4 and 5 of 12 fit, and no list takes their keys', () => {
		expect(named('speccheck').map((one) => one.fits)).toEqual([0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0].map(Boolean));
		expect(named('speccheck').map(({ fault }) => fault)).toEqual([
			...['small-order', 'small-order', 'torsion', 'torsion', 'torsion', 'torsion'],
			// S beyond L: nothing is wrong with that key.
			...[null, null],
			// R, and then the key, not written in the one way.
			...['torsion', 'torsion', 'not-a-point', 'not-a-point'],
		]);
	});

	test('zip215: 0 of 196 fit, and no list takes their keys', () => {
		expect(named('zip215')).toHaveLength(196);
		expect(named('zip215').filter((one) => one.fits)).toEqual([]);
		const faults = named('zip215').map(({ fault }) => fault);
		expect(['small-order', 'not-a-point'].map((fault) => faults.filter((one) => one === fault).length)).toEqual([112, 84]);
	});

	test('RFC 8032: all four, made and checked', () => {
		expect(named('RFC')).toEqual(rfc8032().map(({ name }) => ({ name, fits: true, webCrypto: true, fault: null })));
		for (const { seed, publicKey, message, signature } of rfc8032()) {
			// Some lists have the seed and the key behind it.
			const bytes = fromHex(seed).subarray(0, 32);
			expect([toHex(publicKeyOf(bytes)), toHex(sign(fromHex(message), bytes))]).toEqual([publicKey, signature]);
		}
		expect(named('RFC')).toHaveLength(4);
	});

	test('WebCrypto differs where that is known, and never under a key that a list takes', () => {
		const found = differing(judged);
		expect(found).toEqual(known(engine, judged));
		expect(judged.filter(({ name, fault }) => name in found && fault === null)).toEqual([]);
		expect(Object.keys(found)).toHaveLength(engine === 'openssl-3.0' ? 17 : 3);
	});
});
