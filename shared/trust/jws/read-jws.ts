import { fromBase64url } from '../crypto/base64url.ts';
import { SIGNATURE_BYTES } from '../crypto/ed25519.ts';
import { parseStrict } from './strict-json.ts';

/** Characters of the longest token that is looked at. */
const LONGEST_TOKEN = 8 * 1024;

/** Why a text is no JWS that can be checked here. Words: `reason_<code>`, hyphens as underscores. */
export type JwsFault =
	| 'too-long'
	| 'not-three-parts'
	| 'empty-part'
	/** Padding, white space, another alphabet, or stray bits in the last character. */
	| 'not-base64url'
	| 'not-utf8'
	| 'not-json'
	| 'duplicate-name'
	| 'too-deep'
	/** Header or payload is no object. */
	| 'not-an-object'
	/** Names extensions that must be understood (RFC 7515 §4.1.11) or changes what is signed (RFC 7797). */
	| 'critical-header'
	| 'wrong-type'
	| 'signature-length';

/** Why an algorithm is not taken. `symmetric`: whoever can check such a token could have written it. */
export type AlgorithmFault = 'symmetric-algorithm' | 'no-algorithm' | 'other-algorithm';

type Fields = Readonly<Record<string, unknown>>;

/** A token taken apart by the letter of RFC 7515, with nothing believed of it yet. */
export interface Jws {
	readonly header: Fields;
	readonly payload: Fields;
	/** What the signature is over: the ASCII of the first two parts as they came, never encoded again. */
	readonly signed: Uint8Array;
	readonly signature: Uint8Array;
	/** Names a key: text to look up, never a place to look in. */
	readonly kid?: string;
	readonly typ?: string;
	/** Headers that offer a key or say where one is (`jku`, `jwk`, `x5u`, `x5c`): never used, never fetched (RFC 8725 §3.10). */
	readonly offers: readonly string[];
}

export type ReadJws =
	| { readonly ok: true; readonly jws: Jws }
	| { readonly ok: false; readonly fault: JwsFault; readonly params: Readonly<Record<string, string | number>> }
	| { readonly ok: false; readonly algorithm: AlgorithmFault; readonly params: Readonly<Record<string, string | number>> };

const KEY_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'x5t', 'x5t#S256'] as const;
/** RFC 9864 names the curve, RFC 8037 leaves it to the key; a key here is always of Ed25519. */
const ALGORITHMS: readonly unknown[] = ['Ed25519', 'EdDSA'];

/** Reads a compact JWS (RFC 7515 §7.1) in the order of its checks: form, algorithm, header, payload. Decides nothing about keys or claims. */
export function readJws(token: string): ReadJws {
	if (token.length > LONGEST_TOKEN) return fault('too-long', { characters: token.length, limit: LONGEST_TOKEN });
	const parts = token.split('.');
	const [first, second, third] = parts;
	if (first === undefined || second === undefined || third === undefined || parts.length !== 3)
		return fault('not-three-parts', { parts: parts.length });
	const header = object(first);
	if ('fault' in header) return fault(header.fault, { part: 'header' });
	const algorithm = algorithmFault(header.value.alg);
	if (algorithm) return { ok: false, algorithm, params: { algorithm: shown(header.value.alg) } };
	if ('crit' in header.value || 'b64' in header.value) return fault('critical-header', { header: 'crit' in header.value ? 'crit' : 'b64' });
	for (const name of ['kid', 'typ'] as const)
		if (header.value[name] !== undefined && typeof header.value[name] !== 'string') return fault('wrong-type', { name });
	const payload = object(second);
	if ('fault' in payload) return fault(payload.fault, { part: 'payload' });
	if (third === '') return fault('empty-part', { part: 'signature' });
	const signature = fromBase64url(third);
	if (!signature) return fault('not-base64url', { part: 'signature' });
	if (signature.length !== SIGNATURE_BYTES) return fault('signature-length', { bytes: signature.length });
	const { kid, typ } = header.value;
	return {
		ok: true,
		jws: {
			header: header.value,
			payload: payload.value,
			signed: new TextEncoder().encode(`${first}.${second}`),
			signature,
			...(typeof kid === 'string' && { kid }),
			...(typeof typ === 'string' && { typ }),
			offers: KEY_HEADERS.filter((name) => name in header.value),
		},
	};
}

const fault = (code: JwsFault, params: Readonly<Record<string, string | number>> = {}): ReadJws => ({ ok: false, fault: code, params });

function object(part: string): { readonly value: Fields } | { readonly fault: JwsFault } {
	if (part === '') return { fault: 'empty-part' };
	const bytes = fromBase64url(part);
	if (!bytes) return { fault: 'not-base64url' };
	let text: string;
	try {
		// A byte order mark stays, and is then no JSON.
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return { fault: 'not-utf8' };
	}
	const read = parseStrict(text);
	if (!read.ok) return { fault: read.fault };
	const { value } = read;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'not-an-object' };
	return { value: { ...value } };
}

function algorithmFault(alg: unknown): AlgorithmFault | undefined {
	if (ALGORITHMS.includes(alg)) return undefined;
	if (alg === undefined || (typeof alg === 'string' && alg.toLowerCase() === 'none')) return 'no-algorithm';
	return typeof alg === 'string' && /^HS\d+$/.test(alg) ? 'symmetric-algorithm' : 'other-algorithm';
}

const shown = (alg: unknown): string => (typeof alg === 'string' ? alg.slice(0, 24) : '–');
