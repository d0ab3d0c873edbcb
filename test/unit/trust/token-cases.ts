import { publicKeyOf } from '../../../shared/trust/crypto/ed25519.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { ATTACKER, base64url, card, cardHash, HOST_ID, jws, LAB, listedForCards, METRIC } from './made.ts';
import { type TokenCase, tokenCases } from './public-vectors.ts';

/**
 * State and reasons of each of the 42 token cases by the rules of today, with their key in the list and in a card of a repository whose
 * internal id is not known: their hash is of nothing, so with an id every one that can be read would be a mismatch before its key matters.
 */
const AS_THEY_ARE = {
	// The signature fits, so that what is left is that the claims cannot be compared.
	'valid EdDSA': 'could-not-check: no-host-id',
	'valid alg Ed25519 (RFC 9864)': 'could-not-check: no-host-id',
	'jku header (must be ignored, never fetched)': 'could-not-check: no-host-id',
	'expired exp': 'could-not-check: no-host-id',
	'nbf in the far future': 'could-not-check: no-host-id',
	// They name no key, so that nobody can tell a forged one from one by another key.
	'payload tampered': 'unknown-key: no-key-fits claims-not-compared',
	'R bit flipped': 'unknown-key: no-key-fits claims-not-compared',
	'S + L (malleated)': 'unknown-key: no-key-fits claims-not-compared',
	'all-zero signature': 'unknown-key: no-key-fits claims-not-compared',
	'jwk header embeds an attacker key': 'unknown-key: no-key-fits claims-not-compared key-offer-ignored',
	'kid unknown to the key list': 'unknown-key: key-not-listed claims-not-compared',
	'kid with path traversal': 'unknown-key: key-not-listed claims-not-compared',
	'signature 63 bytes': 'malformed: signature-length',
	'signature 65 bytes': 'malformed: signature-length',
	'empty signature': 'malformed: empty-part',
	'non-zero trailing base64url bits (same 64 bytes in a lax decoder)': 'malformed: not-base64url',
	'base64 padding present': 'malformed: not-base64url',
	'standard base64 alphabet': 'malformed: not-base64url',
	'whitespace inside': 'malformed: not-base64url',
	'four parts': 'malformed: not-three-parts',
	'two parts': 'malformed: not-three-parts',
	'duplicate alg in header (JSON.parse keeps the last)': 'malformed: duplicate-name',
	'duplicate hash in payload': 'malformed: duplicate-name',
	'crit header unknown': 'malformed: critical-header',
	'b64 false + crit (RFC 7797)': 'malformed: critical-header',
	'exp not a number': 'malformed: time-form',
	'payload not JSON': 'malformed: not-json',
	'payload is an array': 'malformed: not-an-object',
	'payload invalid UTF-8': 'malformed: not-utf8',
	'header with BOM': 'malformed: not-json',
	'hash uppercase hex': 'malformed: hash-form',
	'Infinity-size: 100 kB token': 'malformed: too-long',
	'alg none, empty signature': 'unsupported-format: no-algorithm',
	'alg nOnE': 'unsupported-format: no-algorithm',
	'alg missing': 'unsupported-format: no-algorithm',
	'HS256 keyed with raw public key': 'unsupported-format: symmetric-algorithm',
	'HS256 keyed with JWK text': 'unsupported-format: symmetric-algorithm',
	'alg RS256': 'unsupported-format: other-algorithm',
	'alg Ed448': 'unsupported-format: other-algorithm',
	'version 2 (unknown scheme)': 'unsupported-format: other-token',
	'typ of another purpose': 'unsupported-format: other-token',
	'other Hub token shape (no hash claim)': 'unsupported-format: other-token',
} as const;

/**
 * The same header and payload with the hash of a real metric in the place of theirs, signed by a key of the list (that of the attacker
 * by the attacker's), in a card of the repository that the hash is for: all that could be right is right.
 */
const TWINS: Readonly<Record<string, string>> = {
	'valid EdDSA': 'verified: commit-not-signed',
	'valid alg Ed25519 (RFC 9864)': 'verified: commit-not-signed',
	'jku header (must be ignored, never fetched)': 'verified: commit-not-signed key-offer-ignored',
	'jwk header embeds an attacker key': 'unknown-key: no-key-fits claims-fit key-offer-ignored',
	'kid unknown to the key list': 'unknown-key: key-not-listed claims-fit',
	'kid with path traversal': 'unknown-key: key-not-listed claims-fit',
	'expired exp': 'expired: expired commit-not-signed',
	'nbf in the far future': 'not-yet-valid: dated-later commit-not-signed',
};

/** Cases that are about a signature or about how the three parts are written: what they are about would not survive. */
const OF_THEIR_BYTES = new Set([
	'payload tampered',
	'R bit flipped',
	'S + L (malleated)',
	'all-zero signature',
	'signature 63 bytes',
	'signature 65 bytes',
	'empty signature',
	'non-zero trailing base64url bits (same 64 bytes in a lax decoder)',
	'base64 padding present',
	'standard base64 alphabet',
	'whitespace inside',
	'four parts',
	'two parts',
	'payload invalid UTF-8',
	'Infinity-size: 100 kB token',
]);

export interface Told extends TokenCase {
	readonly state: string;
	readonly readme: string;
	readonly twin?: { readonly state: string; readonly readme: string };
}

/** The 42 cases; the one that is cut to be made anew is. */
export function toldCases(): { readonly keys: readonly ListedKey[]; readonly cases: readonly Told[] } {
	const { publicJwk, cases } = tokenCases();
	const theirs: ListedKey = { ...listedForCards(LAB), jwk: publicJwk, thumbprint: thumbprint(publicJwk) };
	return {
		keys: [theirs, listedForCards(LAB)],
		cases: cases.map((one) => {
			const token = one.token.includes('...(')
				? jws('{"alg":"EdDSA","typ":"JWT"}', `{"hash":"${'ab'.repeat(37_500)}","version":1}`)
				: one.token;
			return {
				...one,
				token,
				// A name without a line here is one of no known state, which no test lets pass.
				state: AS_THEY_ARE[one.name as keyof typeof AS_THEY_ARE],
				readme: card({ ...METRIC, token }),
				...(!OF_THEIR_BYTES.has(one.name) && { twin: twin(one, token) }),
			};
		}),
	};
}

function twin({ name }: TokenCase, token: string): { readonly state: string; readonly readme: string } {
	const [header = '', payload = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
	const hash = cardHash(HOST_ID, METRIC);
	const told = payload.replaceAll('ab'.repeat(32), hash).replaceAll('AB'.repeat(32), hash.toUpperCase());
	const seed = name.includes('attacker') ? ATTACKER : LAB;
	const offered = header.replace(/"x":"[^"]*"/, `"x":"${base64url(publicKeyOf(seed))}"`);
	return {
		state: TWINS[name] ?? AS_THEY_ARE[name as keyof typeof AS_THEY_ARE],
		readme: card({ ...METRIC, token: jws(offered, told, seed) }),
	};
}
