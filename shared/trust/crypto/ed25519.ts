import { getPublicKey, hashes, Point, sign as signWith, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

// noble's own synchronous hash is a slot: with it a check is a plain function of its bytes, the same in every runtime.
hashes.sha512 = sha512;

/** Bytes of a public key, of a secret seed and of a signature (RFC 8032 §5.1.5, §5.1.6). */
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/**
 * Whether a signature fits these bytes under this key, by RFC 8032 §5.1.7 with canonical points and S < L, no small-order key.
 * Never throws: bytes of another length fit nothing. noble's own default (ZIP 215) would take small-order keys, which sign any message.
 */
export function fits(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
	if (signature.length !== SIGNATURE_BYTES || publicKey.length !== KEY_BYTES) return false;
	try {
		return verify(signature, message, publicKey, { zip215: false });
	} catch {
		return false;
	}
}

/** Why 32 bytes are no key to trust. `torsion`: has a small-order part, so that libraries disagree on what it signed. */
export type KeyFault = 'length' | 'not-a-point' | 'small-order' | 'torsion';

/** What is wrong with a public key; asked once, when it is taken into a list. */
export function keyFault(publicKey: Uint8Array): KeyFault | undefined {
	if (publicKey.length !== KEY_BYTES) return 'length';
	let point: Point;
	try {
		// Strict: the y coordinate must be below p, so that a key has one way to be written.
		point = Point.fromBytes(publicKey, false);
	} catch {
		return 'not-a-point';
	}
	if (point.isSmallOrder()) return 'small-order';
	return point.isTorsionFree() ? undefined : 'torsion';
}

/** @throws for a seed of another length than 32 bytes */
export const publicKeyOf = (seed: Uint8Array): Uint8Array => getPublicKey(seed);

/** @throws for a seed of another length than 32 bytes */
export const sign = (message: Uint8Array, seed: Uint8Array): Uint8Array => signWith(message, seed);
