import { fromBase64url, toBase64url } from '../crypto/base64url.ts';
import { KEY_BYTES, publicKeyOf } from '../crypto/ed25519.ts';
import { parseStrict } from '../jws/strict-json.ts';
import type { PublicJwk } from '../keys/key.ts';
import { publicJwk, thumbprint } from '../keys/thumbprint.ts';
import { issuerOf } from './issuer.ts';

/** A key that signs. Its seed goes into nothing but a signature and the file that it is kept in. */
export interface SecretKey {
	/** 32 bytes (RFC 8032 §5.1.5). */
	readonly seed: Uint8Array;
	readonly jwk: PublicJwk;
	readonly thumbprint: string;
	/** Who signs with it, where its file says so. */
	readonly issuer?: string;
}

/** Why a text is no key to sign with. Says nothing of what stands in it. Words: `secret_key_refused_<code>`, hyphens as underscores. */
export type SecretKeyFault = 'not-json' | 'not-a-key' | 'other-kind' | 'public' | 'not-a-pair' | 'issuer';

export type ReadSecretKey = { readonly ok: true; readonly key: SecretKey } | { readonly ok: false; readonly fault: SecretKeyFault };

/** @throws for a seed of another length than 32 bytes */
export function secretKey(seed: Uint8Array): SecretKey {
	const jwk = publicJwk(publicKeyOf(seed));
	return { seed, jwk, thumbprint: thumbprint(jwk) };
}

/** As a JWK with its secret member `d` (RFC 8037 §2): to be written into one file, and printed nowhere. */
export const secretJwk = ({ jwk: { kty, crv, x }, seed }: SecretKey): Readonly<Record<'kty' | 'crv' | 'x' | 'd', string>> => ({
	kty,
	crv,
	x,
	d: toBase64url(seed),
});

const refuse = (fault: SecretKeyFault): ReadSecretKey => ({ ok: false, fault });

/** Reads a secret JWK. Its `iss`, where it has one, is the issuer; other members that a JWK may have are passed over. */
export function readSecretKey(text: string): ReadSecretKey {
	const read = parseStrict(text);
	if (!read.ok) return refuse('not-json');
	const { value } = read;
	if (typeof value !== 'object' || value === null || !('kty' in value)) return refuse('not-a-key');
	const { kty, crv, x, d, iss }: Partial<Record<'kty' | 'crv' | 'x' | 'd' | 'iss', unknown>> = value;
	if (kty !== 'OKP' || crv !== 'Ed25519') return refuse('other-kind');
	if (d === undefined) return refuse('public');
	const seed = typeof d === 'string' ? fromBase64url(d) : undefined;
	if (seed?.length !== KEY_BYTES) return refuse('not-a-key');
	const key = secretKey(seed);
	// With another public half it would sign what nobody can check.
	if (key.jwk.x !== x) return refuse('not-a-pair');
	if (iss === undefined) return { ok: true, key };
	const issuer = typeof iss === 'string' ? issuerOf(iss) : undefined;
	return issuer === undefined ? refuse('issuer') : { ok: true, key: { ...key, issuer } };
}
