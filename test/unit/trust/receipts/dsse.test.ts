import { describe, expect, test } from 'vitest';
import { preAuthEncoding, readDsse } from '../../../../shared/trust/receipts/dsse.ts';
import { keyInKeyid } from '../../../../shared/trust/receipts/key-in-keyid.ts';
import { base64, envelope, KEY, OTHER_KEY, OTHER_SEED, SEED, utf8 } from './made-receipts.ts';
import { signedUnder } from './mixed-order.ts';

const read = (made: unknown, keys: readonly Uint8Array[] = [KEY]) => readDsse(JSON.stringify(made), keys);
const TYPE = 'application/vnd.in-toto+json';
const made = envelope('{"a":1}');

describe('what is signed', () => {
	test('is encoded as in the example of the protocol', () => {
		const encoded = preAuthEncoding('http://example.com/HelloWorld', utf8('hello world'));
		expect(Buffer.from(encoded).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
	});

	test('counts bytes, and is never parted in two ways', () => {
		expect(Buffer.from(preAuthEncoding('', utf8('é'))).toString()).toBe('DSSEv1 0  2 é');
		expect(Buffer.from(preAuthEncoding('é', utf8('x'))).toString()).toBe('DSSEv1 2 é 1 x');
		expect(preAuthEncoding('a', utf8('b 1 c'))).not.toEqual(preAuthEncoding('a 5 b', utf8('c')));
	});
});

describe('an envelope', () => {
	test('fits under the key that it was signed with, and says which that is', () => {
		const found = read(made, [OTHER_KEY, KEY]);
		expect(found).toEqual({ ok: true, payloadType: TYPE, payload: utf8('{"a":1}'), signatures: [{ fits: [KEY] }] });
	});

	test('fits under none of other keys, and none of no keys', () => {
		expect(read(made, [OTHER_KEY])).toMatchObject({ ok: true, signatures: [{ fits: [] }] });
		expect(read(made, [])).toMatchObject({ ok: true, signatures: [{ fits: [] }] });
	});

	test('with two signatures says of each which key it is of', () => {
		const both = { ...made, signatures: [...envelope('{"a":1}', { seed: OTHER_SEED, keyid: 'second' }).signatures, ...made.signatures] };
		expect(read(both, [KEY, OTHER_KEY])).toMatchObject({ signatures: [{ keyid: 'second', fits: [OTHER_KEY] }, { fits: [KEY] }] });
	});

	test('may hold bytes of any kind', () => {
		expect(read(envelope('', { type: 'x' }))).toMatchObject({ ok: true, payload: new Uint8Array(), signatures: [{ fits: [KEY] }] });
	});

	test('may be in the other alphabet, and hold fields that are unknown', () => {
		const url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');
		const other = { ...made, payload: url(made.payload), more: { a: [] }, signatures: [{ sig: url(made.signatures[0]!.sig), cert: 'x' }] };
		expect(read(other)).toMatchObject({ ok: true, signatures: [{ fits: [KEY] }] });
	});

	test('a keyid chooses no key, and an empty one is none', () => {
		expect(read(envelope('x', { keyid: 'not the key' }))).toMatchObject({ signatures: [{ keyid: 'not the key', fits: [KEY] }] });
		expect(read({ ...made, signatures: [{ ...made.signatures[0], keyid: '' }] })).toMatchObject({ signatures: [{ fits: [KEY] }] });
		expect(read(envelope('x', { keyid: `a\n${'b'.repeat(999)}` }))).toMatchObject({ signatures: [{ keyid: `a ${'b'.repeat(117)}…` }] });
	});

	test('a signature over the payload alone is none', () => {
		const bare = envelope('{"a":1}', { type: 'x' });
		expect(read({ ...bare, payloadType: TYPE })).toMatchObject({ ok: true, signatures: [{ fits: [] }] });
	});
});

describe('a byte changed', () => {
	const flipped = (text: string, at: number) => {
		const bytes = Buffer.from(text, 'base64');
		bytes[at]! ^= 0x10;
		return base64(bytes);
	};

	test('in the signature or in the payload: it fits no more', () => {
		const { payload, signatures } = made;
		const { sig } = signatures[0]!;
		for (let at = 0; at < 64; at += 1)
			expect(read({ ...made, signatures: [{ sig: flipped(sig, at) }] })).toMatchObject({ ok: true, signatures: [{ fits: [] }] });
		for (let at = 0; at < 7; at += 1)
			expect(read({ ...made, payload: flipped(payload, at) })).toMatchObject({ ok: true, signatures: [{ fits: [] }] });
	});

	test('in the type: it fits no more', () => {
		for (const payloadType of ['application/vnd.in-toto+jsom', 'Application/vnd.in-toto+json', `${TYPE} `, ''])
			expect(read({ ...made, payloadType })).toMatchObject({ ok: true, signatures: [{ fits: [] }] });
	});
});

describe('a key that comes with the envelope', () => {
	const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
	const didKey = (bytes: Uint8Array, prefix = [0xed, 0x01]) => didOf(Buffer.from([...prefix, ...bytes]).toString('hex'));
	function didOf(hexadecimal: string): string {
		let number = BigInt(`0x${hexadecimal}`);
		let digits = '';
		for (; number > 0n; number /= 58n) digits = DIGITS[Number(number % 58n)] + digits;
		return `did:key:z${digits}`;
	}

	test('as in the example of did:key', () => {
		const key = keyInKeyid('did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK');
		expect(Buffer.from(key ?? []).toString('hex')).toBe('2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6');
	});

	test.each([
		['did:key', didKey(KEY)],
		['did:key with its fragment', `${didKey(KEY)}#${didKey(KEY).slice(8)}`],
		['the way receipts write an issuer', `ed25519:${base64(KEY)}`],
	])('is tried, and marked: %s', (_, keyid) => {
		expect(read(envelope('x', { keyid }), [])).toMatchObject({
			signatures: [{ keyid, fits: [], selfSupplied: { publicKey: KEY, fits: true } }],
		});
		expect(read(envelope('x', { keyid, seed: OTHER_SEED }), [OTHER_KEY])).toMatchObject({
			signatures: [{ fits: [OTHER_KEY], selfSupplied: { publicKey: KEY, fits: false } }],
		});
	});

	test.each([
		'',
		'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
		'did:key:z16MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
		'did:key:z6Mk',
		'did:web:example.org',
		didKey(KEY, [0xec, 0x01]),
		didKey(KEY.subarray(1)),
		didOf(`ed01${Buffer.from(KEY).toString('hex')}5`),
		didKey(Uint8Array.of(...KEY, 1)),
		`ed25519:${Buffer.from(KEY).toString('hex')}`,
		`ed25519:${Buffer.from(KEY).toString('base64url')}`,
		`ed25519:${base64(KEY.subarray(1))}`,
	])('none in %j', (keyid) => {
		expect(keyInKeyid(keyid)).toBeUndefined();
	});

	test('of small or mixed order fits nothing', () => {
		const identity = Uint8Array.of(1, ...new Uint8Array(31));
		const any = { ...made, signatures: [{ keyid: didKey(identity), sig: base64(Uint8Array.of(...identity, ...new Uint8Array(32))) }] };
		expect(read(any, [identity])).toMatchObject({ signatures: [{ fits: [], selfSupplied: { keyFault: 'small-order', fits: false } }] });
		const { publicKey, signature } = signedUnder(preAuthEncoding(TYPE, utf8('{"a":1}')), SEED);
		const mixed = { ...made, signatures: [{ keyid: `ed25519:${base64(publicKey)}`, sig: base64(signature) }] };
		expect(read(mixed, [])).toMatchObject({ signatures: [{ selfSupplied: { keyFault: 'torsion', fits: false } }] });
	});
});

describe('no envelope', () => {
	const [signature] = made.signatures;

	test.each([
		['not-json', 'DSSEv1'],
		['not-json', `${JSON.stringify(made)}\n${JSON.stringify(made)}`],
		['duplicate-name', JSON.stringify(made).replace('"payload":', '"payload":"e30=","payload":')],
		['duplicate-name', JSON.stringify(made).replace('"sig":', '"sig":"","sig":')],
		['too-deep', JSON.stringify({ ...made, more: JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`) })],
		['too-large', JSON.stringify(made).padEnd(256 * 1024 + 1)],
	])('%s', (fault, text) => {
		expect(readDsse(text, [KEY])).toEqual({ ok: false, fault });
	});

	test.each([
		['not-an-envelope', [made]],
		['not-an-envelope', null],
		['not-an-envelope', { ...made, payload: undefined }],
		['not-an-envelope', { ...made, payload: { a: 1 } }],
		['not-an-envelope', { ...made, payloadType: undefined }],
		['not-an-envelope', { ...made, payloadType: `${TYPE}\u200b` }],
		['not-an-envelope', { ...made, signatures: signature }],
		['not-an-envelope', { ...made, signatures: [null] }],
		['not-an-envelope', { ...made, signatures: [signature, { keyid: 'x' }] }],
		['not-base64', { ...made, payload: 'e30' }],
		['not-base64', { ...made, payload: 'e30=\n' }],
		['not-base64', { ...made, signatures: [signature, { sig: '=' }] }],
		['no-signatures', { ...made, signatures: [] }],
		['too-many-signatures', { ...made, signatures: Array(9).fill(signature) }],
	])('%s: %j', (fault, value) => {
		expect(read(value)).toEqual({ ok: false, fault });
	});

	test('a signature of another algorithm is no fault, and fits nothing', () => {
		expect(read({ ...made, signatures: [{ sig: base64(new Uint8Array(71)) }, signature] })).toMatchObject({
			ok: true,
			signatures: [{ fits: [] }, { fits: [KEY] }],
		});
	});
});
