import { createHash } from 'node:crypto';
import { Point, utils } from '@noble/ed25519';

/** A point of order 8 (Chalkias et al., eprint 2020/1244, table 2). */
const ORDER_8 = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', true);
const { n: L } = Point.CURVE();

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);

/** A signature under the seed's key with a point of order 8 added: who multiplies by the cofactor takes it, who does not may not. */
export function signedUnder(message: Uint8Array, seed: Uint8Array): { publicKey: Uint8Array; signature: Uint8Array } {
	const { scalar, point } = utils.getExtendedPublicKey(seed);
	const publicKey = point.add(ORDER_8).toBytes();
	const nonce = 12345678901234567890n;
	const commitment = Point.BASE.multiply(nonce).toBytes();
	const challenge = littleEndian(createHash('sha512').update(commitment).update(publicKey).update(message).digest()) % L;
	let sum = (nonce + challenge * scalar) % L;
	const signature = new Uint8Array(64);
	signature.set(commitment);
	for (let at = 32; at < 64; at += 1, sum >>= 8n) signature[at] = Number(sum & 255n);
	return { publicKey, signature };
}
