/** A public key and what it may speak for, as `schemas/key-list.schema.json` says it. */
export interface ListedKey {
	readonly jwk: PublicJwk;
	/** RFC 7638, SHA-256, base64url: the name under which people know it. */
	readonly thumbprint: string;
	readonly owner: string;
	/** One purpose per key (RFC 8725 §3.12): `results`, the `eval-result+jwt` tokens; `model-index`, the Hub's of 2022; `commits`, SSH. */
	readonly purpose: KeyPurpose;
	/** Origin that its tokens name as their issuer; absent: not known. */
	readonly issuer?: string;
	/** It speaks for whatever one of these covers. */
	readonly scopes: readonly KeyScope[];
	/** ISO 8601. Signatures that say another time are not by it. */
	readonly notBefore?: string;
	readonly notAfter?: string;
	/** `retired`: signs no more, what it signed stands; `revoked`: nothing that it signed counts, whatever its date. */
	readonly status: 'active' | 'retired' | 'revoked';
	readonly revokedAt?: string;
	readonly reason?: string;
	/** `jti` of tokens that their issuer took back. */
	readonly revokedTokens?: readonly string[];
	readonly source: KeySource;
}

export type KeyPurpose = 'results' | 'model-index' | 'commits';

export interface PublicJwk {
	readonly kty: 'OKP';
	readonly crv: 'Ed25519';
	/** 32 bytes, base64url. */
	readonly x: string;
}

/** All that is given has to fit; what is not given may be anything. */
export interface KeyScope {
	/** Host names. */
	readonly hosts?: readonly string[];
	/** First part of a repository's path. */
	readonly organisations?: readonly string[];
	/** Dataset ids. */
	readonly benchmarks?: readonly string[];
}

export interface KeySource {
	readonly how: 'bundled' | 'pasted' | 'fetched' | 'imported';
	readonly url?: string;
	/** ISO 8601. */
	readonly at?: string;
}

export interface KeyList {
	readonly format: 'evalmark-keys';
	readonly version: 1;
	/** Raised with each change; an older list never replaces a newer one. */
	readonly revision?: number;
	readonly keys: readonly ListedKey[];
}
