import { fromBase64url } from '../crypto/base64url.ts';
import { type KeyFault, keyFault } from '../crypto/ed25519.ts';
import { parseStrict } from '../jws/strict-json.ts';
import { fingerprint, readSshKeyLine, type SshKeyFault } from '../ssh/public-key.ts';
import type { PublicJwk } from './key.ts';
import { publicJwk, thumbprint } from './thumbprint.ts';

/** A public key that somebody offers, before anybody has said what it may speak for. */
export interface Candidate {
	readonly jwk: PublicJwk;
	readonly thumbprint: string;
	/** `SHA256:…`, as `ssh-keygen -l` prints it, where it came as an SSH key. */
	readonly fingerprint?: string;
}

/** Why an offered key is not taken. Words: `key_refused_<code>`, hyphens as underscores. */
export interface KeyRefusal {
	readonly code: 'empty' | 'not-a-key' | 'secret-key' | 'other-kind' | 'point' | 'too-many' | 'too-long' | 'none-left';
	readonly params: Readonly<Record<string, string | number>>;
}

export type Candidates =
	| { readonly ok: true; readonly candidates: readonly Candidate[]; readonly refused: readonly KeyRefusal[] }
	| { readonly ok: false; readonly refusal: KeyRefusal };

const LONGEST = 256 * 1024;
const MOST = 100;

/**
 * The Ed25519 keys in a text: a JWK, a JWK set (RFC 7517), a bare list of JWKs as the Hub publishes it, or OpenSSH public keys, one a line or
 * in JSON as forges list them (`[{"key": "ssh-ed25519 …"}]`). A text with a secret key in it is refused as a whole: it has to be told that it should never have left its place.
 */
export function readCandidates(text: string): Candidates {
	const trimmed = text.trim();
	if (trimmed === '') return refuse('empty');
	if (holdsSecret(trimmed)) return refuse('secret-key');
	if (trimmed.length > LONGEST) return refuse('too-long', { limit: LONGEST });
	return /^[[{]/.test(trimmed) ? jwks(trimmed) : ssh(trimmed);
}

/** The secret half as PEM, or as a member of a JWK (RFC 7518 §6: `d`, `k`; `priv` of kty AKP), also in JSON that cannot be read. */
export const holdsSecret = (text: string): boolean =>
	/-----BEGIN [A-Z ]*PRIVATE KEY-----|"(?:d|k|priv)"\s*:\s*"[A-Za-z0-9_-]{16}/.test(text);

const refuse = (code: KeyRefusal['code'], params: KeyRefusal['params'] = {}): Candidates => ({ ok: false, refusal: { code, params } });

function jwks(text: string): Candidates {
	const read = parseStrict(text);
	if (!read.ok) return refuse('not-a-key');
	const listed = listOf(read.value);
	if (!listed) return refuse('not-a-key');
	// However its name is written.
	if (listed.some((one) => ['d', 'k', 'priv'].some((name) => name in fieldsOf(one)))) return refuse('secret-key');
	if (listed.length > MOST) return refuse('too-many', { limit: MOST });
	const candidates = new Map<string, Candidate>();
	const refused: KeyRefusal[] = [];
	for (const one of listed) {
		const { kty, crv, x, key } = fieldsOf(one);
		if (kty === undefined && typeof key === 'string') {
			const read = sshKey(key);
			if ('code' in read) refused.push(read);
			else candidates.set(read.thumbprint, read);
			continue;
		}
		if (kty !== 'OKP' || crv !== 'Ed25519') {
			refused.push({ code: 'other-kind', params: { kind: kindOf(kty, crv) } });
			continue;
		}
		const found = candidate((typeof x === 'string' && fromBase64url(x)) || new Uint8Array());
		if ('fault' in found) refused.push({ code: 'point', params: { fault: found.fault } });
		else candidates.set(found.thumbprint, found);
	}
	const [only] = refused;
	if (candidates.size === 0)
		return listed.length === 1 && only ? { ok: false, refusal: only } : refuse('none-left', { count: listed.length });
	return { ok: true, candidates: [...candidates.values()], refused };
}

const kindOf = (kty: unknown, crv: unknown): string =>
	[kty, crv]
		.filter((part) => typeof part === 'string')
		.join(' ')
		.slice(0, 40) || '–';

function listOf(value: unknown): readonly unknown[] | undefined {
	if (Array.isArray(value)) return value;
	const { keys, kty } = fieldsOf(value);
	if (Array.isArray(keys)) return keys;
	return kty === undefined ? undefined : [value];
}

// Of anything else nothing is read.
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

function ssh(text: string): Candidates {
	const lines = text.split(/[\r\n]+/).filter((line) => !/^\s*(?:#|$)/.test(line));
	if (lines.length > MOST) return refuse('too-many', { limit: MOST });
	const read = lines.map(sshKey);
	const refused = read.flatMap((one) => ('code' in one ? [one] : []));
	const secret = refused.find(({ code }) => code === 'secret-key');
	if (secret) return { ok: false, refusal: secret };
	const candidates = new Map(read.flatMap((one) => ('code' in one ? [] : [[one.thumbprint, one] as const])));
	if (candidates.size > 0) return { ok: true, candidates: [...candidates.values()], refused };
	// A text of many lines that are no keys is no list of them.
	const [first] = refused;
	const alike = refused.every(({ code }) => code === 'not-a-key');
	return first && (alike || lines.length === 1) ? { ok: false, refusal: first } : refuse('none-left', { count: lines.length });
}

function sshKey(line: string): Candidate | KeyRefusal {
	const read = readSshKeyLine(line);
	if (read.kind === 'other') return { code: 'other-kind', params: { kind: read.type.slice(0, 40) } };
	if (read.kind === 'malformed') {
		if (read.fault === 'private-key') return { code: 'secret-key', params: {} };
		return POINT.has(read.fault) ? { code: 'point', params: { fault: read.fault } } : { code: 'not-a-key', params: {} };
	}
	const found = candidate(read.publicKey);
	return 'fault' in found ? { code: 'point', params: { fault: found.fault } } : { ...found, fingerprint: fingerprint(read.blob) };
}

const POINT: ReadonlySet<SshKeyFault> = new Set<SshKeyFault>(['length', 'not-a-point', 'small-order', 'torsion']);

/** Small-order, mixed-order and non-canonical points are refused here, once, so that no library can be led to another verdict by them. */
function candidate(bytes: Uint8Array): Candidate | { readonly fault: KeyFault } {
	const fault = keyFault(bytes);
	if (fault) return { fault };
	const jwk = publicJwk(bytes);
	return { jwk, thumbprint: thumbprint(jwk) };
}
