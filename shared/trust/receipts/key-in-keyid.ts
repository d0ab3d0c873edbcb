import { KEY_BYTES } from '../crypto/ed25519.ts';
import { fromBase64 } from './base64.ts';

/**
 * The Ed25519 key that a `keyid` spells out, where it is more than a name for one: `did:key:z6Mk…` (W3C CCG did:key, §Ed25519), or
 * `ed25519:` and base64, as proofbundle writes an issuer. A keyid is not signed (DSSE protocol.md): whoever wrote it chose the key.
 */
export function keyInKeyid(keyid: string): Uint8Array | undefined {
	const key = keyid.startsWith('ed25519:') ? fromBase64(keyid.slice('ed25519:'.length)) : keyOfDid(keyid);
	return key?.length === KEY_BYTES ? key : undefined;
}

const DID_KEY = /^did:key:z([1-9A-HJ-NP-Za-km-z]{40,60})(?:#.*)?$/;
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** The multicodec of an Ed25519 public key, 0xed, as a varint. */
const ED25519_PUB = [0xed, 0x01];

function keyOfDid(keyid: string): Uint8Array | undefined {
	const digits = DID_KEY.exec(keyid)?.[1];
	if (digits === undefined) return undefined;
	let number = 0n;
	for (const digit of digits) number = number * 58n + BigInt(BASE58.indexOf(digit));
	// A leading 1 would be one more way to write the same key. The prefix keeps the first byte from being 0, so that the number has all the bytes that were encoded.
	const text = number.toString(16);
	const bytes = Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
	const isPrefixed = text.length % 2 === 0 && ED25519_PUB.every((byte, at) => bytes[at] === byte);
	return isPrefixed && !digits.startsWith('1') ? bytes.subarray(ED25519_PUB.length) : undefined;
}
