import { createHash } from 'node:crypto';
import { Point, utils } from '@noble/ed25519';
import type { Vector } from './judge.ts';
import { secret, toHex, utf8 } from './made.ts';

/** RFC 8032 §7.1, test 1: the empty message. */
export const TEST_1: Vector & { readonly seed: string } = {
	name: 'RFC 8032 test 1',
	seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
	publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
	message: '',
	signature:
		'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
};

/** Order of the subgroup, and the prime of the field. */
export const L = Point.CURVE().n;
export const P = Point.CURVE().p;

export function littleEndian(number: bigint, length = 32): Uint8Array {
	const bytes = new Uint8Array(length);
	for (let at = 0, rest = number; at < length; at += 1, rest >>= 8n) bytes[at] = Number(rest & 255n);
	return bytes;
}

export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes.toReversed()) || '0'}`);

/** The eight points whose order divides 8, each in the one way to write it, from one of order 8 (eprint 2020/1244, table 2). */
const ORDER_8 = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', true);
export const smallOrder: readonly Point[] = Array.from({ length: 7 }).reduce<Point[]>(
	(points) => [...points, (points.at(-1) ?? Point.ZERO).add(ORDER_8)],
	[Point.ZERO],
);

/** Every other way to write a y coordinate: one that is not below p, with either sign, and zero with a sign. */
export const nonCanonical: readonly Uint8Array[] = [
	...Array.from({ length: 19 }, (_, n) => P + BigInt(n)).flatMap((y) => [littleEndian(y), littleEndian(y + (1n << 255n))]),
	// x = 0 has no sign.
	littleEndian(1n + (1n << 255n)),
	littleEndian(P - 1n + (1n << 255n)),
];

const MESSAGE = utf8('evalmark');

/** A signature by whoever has the key, with points of small order added to the key or to R: those who multiply by the cofactor take it. */
export function signedWith({
	key = Point.ZERO,
	nonce = Point.ZERO,
}: {
	readonly key?: Point;
	readonly nonce?: Point;
}): Omit<Vector, 'name'> {
	const { scalar, point } = utils.getExtendedPublicKey(secret('mixed order'));
	const publicKey = point.add(key).toBytes();
	const r = 12345678901234567890n;
	const commitment = Point.BASE.multiply(r).add(nonce).toBytes();
	const challenge = numberOf(createHash('sha512').update(commitment).update(publicKey).update(MESSAGE).digest()) % L;
	const signature = toHex(commitment) + toHex(littleEndian((r + challenge * scalar) % L));
	return { publicKey: toHex(publicKey), message: toHex(MESSAGE), signature };
}

/** Key and R of small order and S = 0, as ZIP 215 takes them for any message. */
const nothing = (publicKey: Uint8Array, name: string): Vector => ({
	name,
	publicKey: toHex(publicKey),
	message: toHex(MESSAGE),
	signature: toHex(Point.ZERO.toBytes()) + '00'.repeat(32),
});

const withS = (change: (s: bigint) => bigint): string => {
	const { signature } = TEST_1;
	return signature.slice(0, 64) + toHex(littleEndian(change(numberOf(new Uint8Array(Buffer.from(signature.slice(64), 'hex'))))));
};

/** With what `fits` has to say of each. */
export const ownVectors: readonly (Vector & { readonly valid: boolean })[] = [
	{ ...TEST_1, valid: true },
	{ ...TEST_1, name: 'test 1, another message', message: '00', valid: false },
	{ ...TEST_1, name: 'test 1, a bit of R', signature: `e4${TEST_1.signature.slice(2)}`, valid: false },
	{ ...TEST_1, name: 'test 1, S + L', signature: withS((s) => s + L), valid: false },
	{ ...TEST_1, name: 'test 1, S = 0', signature: withS(() => 0n), valid: false },
	{ ...TEST_1, name: 'test 1, 63 bytes', signature: TEST_1.signature.slice(2), valid: false },
	{ ...TEST_1, name: 'test 1, 65 bytes', signature: `${TEST_1.signature}00`, valid: false },
	{ ...TEST_1, name: 'test 1, a key of 31 bytes', publicKey: TEST_1.publicKey.slice(2), valid: false },
	...smallOrder.map((point, index) => ({ ...nothing(point.toBytes(), `small order ${index}`), valid: false })),
	...nonCanonical.map((bytes, index) => ({ ...nothing(bytes, `not canonical ${index}`), valid: false })),
	{ ...signedWith({}), name: 'nothing added', valid: true },
	...smallOrder.slice(1).map((key, index) => ({ ...signedWith({ key }), name: `key with ${index + 1} T`, valid: true })),
	...smallOrder.slice(1).map((nonce, index) => ({ ...signedWith({ nonce }), name: `R with ${index + 1} T`, valid: true })),
];
