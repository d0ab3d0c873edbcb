import { fromBase64url, toBase64url } from '../crypto/base64url.ts';

/** Reads the strings of RFC 4251 §5 one after the other: four bytes of length, then that many bytes. */
export interface WireReader {
	/** The next one, or `undefined` where it would go past the end, and from then on. */
	readonly string: () => Uint8Array | undefined;
	/** Bytes that were not read yet. */
	readonly left: () => number;
}

export function wireReader(bytes: Uint8Array): WireReader {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	return {
		string: () => {
			if (bytes.length - at < 4 || bytes.length - at - 4 < view.getUint32(at)) return undefined;
			const start = at + 4;
			at = start + view.getUint32(at);
			return bytes.subarray(start, at);
		},
		left: () => bytes.length - at,
	};
}

/** These bytes as one string of the same form. */
export function wireString(bytes: Uint8Array): Uint8Array {
	const whole = new Uint8Array(4 + bytes.length);
	new DataView(whole.buffer).setUint32(0, bytes.length);
	whole.set(bytes, 4);
	return whole;
}

/** The name of an algorithm: printable US-ASCII, at most 64 characters, no comma (RFC 4251 §6). `undefined` for what can be none. */
export function algorithmName(bytes: Uint8Array): string | undefined {
	if (bytes.length > 64) return undefined;
	const name = String.fromCharCode(...bytes);
	return /^[!-+\--~]+$/.test(name) ? name : undefined;
}

/** Base64 with its padding (RFC 4648 §4), or `undefined` where the text is not the one way to write these bytes. */
export function fromBase64(text: string): Uint8Array | undefined {
	if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
	return fromBase64url(text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'));
}

/** Base64 without padding, as fingerprints are written. */
export const toBase64 = (bytes: Uint8Array): string => toBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
