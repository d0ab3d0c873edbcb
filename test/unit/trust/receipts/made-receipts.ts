import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { publicKeyOf, sign } from '../../../../shared/trust/crypto/ed25519.ts';

/** Throw-away keys. */
export const SEED = new Uint8Array(32).fill(7);
export const OTHER_SEED = new Uint8Array(32).fill(8);
export const KEY = publicKeyOf(SEED);
export const OTHER_KEY = publicKeyOf(OTHER_SEED);

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type Json = Record<string, unknown>;

/** A claim with all that the format demands; 0.91 of at least 0.80, say. */
export const claim = (more: Json = {}): Json => ({
	schema: 'proofbundle/eval-claim/v0.1',
	suite: 'refusals',
	suite_version: '2',
	metric: 'accuracy',
	comparator: '>=',
	threshold: '0.80',
	passed: true,
	n: 500,
	model_id_commit: `sha256:${'a1'.repeat(32)}`,
	dataset_id_commit: `sha256:${'b2'.repeat(32)}`,
	commit_alg: 'sha256-salted-v1',
	issuer: `ed25519:${base64(KEY)}`,
	timestamp: '2026-07-02T00:00:00Z',
	assurance_level: 'self_attested',
	...more,
});

const hashed = (prefix: number, ...parts: readonly Uint8Array[]): Uint8Array =>
	createHash('sha256').update(Uint8Array.of(prefix)).update(Buffer.concat(parts)).digest();

/** Root and path of a leaf, level by level and not by halves, as RFC 9162 §2.1 allows: an odd one out moves up as it is. */
export function treeOver(leaves: readonly Uint8Array[], index: number): { root: Uint8Array; path: Uint8Array[] } {
	let level = leaves.map((leaf) => hashed(0, leaf));
	let place = index;
	const path: Uint8Array[] = [];
	while (level.length > 1) {
		const sibling = level[place ^ 1];
		if (sibling) path.push(sibling);
		level = level.flatMap((hash, at) => (at % 2 === 1 ? [] : [level[at + 1] ? hashed(1, hash, level[at + 1]!) : hash]));
		place >>= 1;
	}
	return { root: level[0]!, path };
}

export interface Made {
	readonly payload: Uint8Array;
	readonly seed: Uint8Array;
	readonly before: readonly Uint8Array[];
	readonly after: readonly Uint8Array[];
}

export function receipt({ payload = utf8(JSON.stringify(claim())), seed = SEED, before = [], after = [] }: Partial<Made> = {}) {
	const { root, path } = treeOver([...before, payload, ...after], before.length);
	return {
		schema: 'proofbundle/v0.1',
		payload_b64: base64(payload),
		signature: { alg: 'ed25519', public_key_b64: base64(publicKeyOf(seed)), sig_b64: base64(sign(payload, seed)) },
		merkle: {
			hash_alg: 'sha256-rfc6962',
			leaf_index: before.length,
			tree_size: before.length + 1 + after.length,
			inclusion_proof_b64: path.map(base64),
			root_b64: base64(root),
		},
	};
}

export const tokenOfBytes = (zlib: Uint8Array): string => `pb1.${Buffer.from(zlib).toString('base64url')}`;
export const tokenOfText = (text: string): string => tokenOfBytes(deflateSync(text));
export const tokenOf = (made: unknown): string => tokenOfText(JSON.stringify(made) ?? '');

/** An envelope, signed by the letter of the DSSE protocol. */
export function envelope(payload: string, { type = 'application/vnd.in-toto+json', seed = SEED, keyid = '' } = {}) {
	const body = Buffer.from(payload);
	const signed = Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.length} `), body]);
	return {
		payload: base64(body),
		payloadType: type,
		signatures: [{ ...(keyid !== '' && { keyid }), sig: base64(sign(new Uint8Array(signed), seed)) }],
	};
}

const commitment = (byte: string): Json => ({ alg: 'sha256-salted-v1', value: byte.repeat(32), salted: true });

export const COMMITMENTS = { model: commitment('a1'), dataset: commitment('b2') };

/** A predicate in the shape of the second draft of in-toto/attestation#575. */
export const predicate = (more: Json = {}): Json => ({
	evaluator: { id: 'https://evals.example.org' },
	evaluatedAt: '2026-07-05T12:00:00Z',
	suite: { name: 'refusals', version: '2' },
	claims: [{ metric: 'refusal_rate', comparator: '>=', threshold: '0.98', passed: true }],
	sampleSize: 500,
	commitments: COMMITMENTS,
	assuranceLevel: 'self_attested',
	subjectProfile: 'receipt',
	...more,
});

export const statement = (more: Json = {}): Json => ({
	_type: 'https://in-toto.io/Statement/v1',
	subject: [{ name: 'eval-receipt', digest: { sha256: 'c3'.repeat(32) } }],
	predicateType: 'https://in-toto.io/attestation/eval-result/v0.1',
	predicate: predicate(),
	...more,
});
