import { toBase64url } from '../crypto/base64url.ts';
import { sha256 } from '../crypto/sha.ts';
import type { PublicJwk } from './key.ts';

/** RFC 7638: SHA-256 over the required members in the order of their names, base64url; for OKP keys RFC 8037 §2 says which. */
export const thumbprint = ({ crv, kty, x }: PublicJwk): string =>
	toBase64url(sha256(new TextEncoder().encode(JSON.stringify({ crv, kty, x }))));

export const publicJwk = (publicKey: Uint8Array): PublicJwk => ({ kty: 'OKP', crv: 'Ed25519', x: toBase64url(publicKey) });
