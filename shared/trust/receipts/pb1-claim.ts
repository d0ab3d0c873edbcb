import { fromBase64 } from './base64.ts';
import { isObject, type JsonObject } from './json-bytes.ts';
import { type Verdict, verdictIn } from './verdict.ts';

const SCHEMA = 'proofbundle/eval-claim/v0.1';

const REQUIRED = [
	'schema',
	'suite',
	'suite_version',
	'metric',
	'comparator',
	'threshold',
	'passed',
	'n',
	'model_id_commit',
	'dataset_id_commit',
	'commit_alg',
	'issuer',
	'timestamp',
	'assurance_level',
] as const;

const OPTIONAL: readonly string[] = [
	'context_binding',
	'ci95',
	'multiple_testing',
	'prereg_sha256',
	'evaluation_card_sha256',
	'provenance',
	'samples',
];

/** Whether a payload names the key that signed it (EVAL_CLAIM.md §5): one that names another was signed anew by somebody else. */
export type IssuerKey = 'same-key' | 'other-key' | 'absent';

export function issuerKey(payload: unknown, publicKey: Uint8Array): IssuerKey {
	if (!isObject(payload) || typeof payload.issuer !== 'string') return 'absent';
	const prefix = 'ed25519:';
	const named = payload.issuer.startsWith(prefix) ? fromBase64(payload.issuer.slice(prefix.length)) : undefined;
	return named?.length === publicKey.length && named.every((byte, at) => byte === publicKey[at]) ? 'same-key' : 'other-key';
}

/** The verdict of a payload that is an evaluation claim (EVAL_CLAIM.md §3): all the names that it must have, and none that it may not. */
export function claimedVerdict(payload: unknown): Verdict | undefined {
	if (!isObject(payload) || payload.schema !== SCHEMA) return undefined;
	return REQUIRED.every((name) => name in payload) && Object.keys(payload).every(isKnown) ? verdictIn(payload) : undefined;
}

/** Whether the claim has a salted hash for a name. The salt is never in it: EVAL_CLAIM.md §2. */
export const isSalted = (payload: unknown, name: 'model_id_commit' | 'dataset_id_commit'): boolean =>
	isObject(payload) && typeof payload[name] === 'string';

const isKnown = (name: keyof JsonObject): boolean => OPTIONAL.includes(name) || REQUIRED.some((required) => required === name);
