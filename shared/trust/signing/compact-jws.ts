import { toBase64url } from '../crypto/base64url.ts';
import { sign } from '../crypto/ed25519.ts';

/** A compact JWS (RFC 7515 §7.1) over this header and these claims, as they are. */
export function compactJws(header: object, claims: object, seed: Uint8Array): string {
	const signed = `${part(header)}.${part(claims)}`;
	return `${signed}.${toBase64url(sign(new TextEncoder().encode(signed), seed))}`;
}

const part = (value: object): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)));
