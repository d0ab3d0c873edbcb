import { fromBase64 } from './base64.ts';
import type { InclusionProof } from './inclusion.ts';
import { isObject, type JsonObject } from './json-bytes.ts';

/** Parts of a receipt that its signature does not cover and that are not looked at here: a credential with its own issuer, time stamps. */
const OUTSIDE = ['sd_jwt_vc', 'anchors'] as const;
export type Outside = (typeof OUTSIDE)[number];

/** A receipt taken apart, with nothing believed of it yet. */
export interface Receipt {
	/** What is signed, and what is the leaf of the tree: these bytes as they are, with nothing before them (SPEC.md §4, §5). */
	readonly payload: Uint8Array;
	readonly publicKey: Uint8Array;
	readonly signature: Uint8Array;
	/** `impossible`: it says where the leaf stands, but no tree could be so. */
	readonly inclusion: InclusionProof | 'impossible' | 'absent';
	readonly outside: readonly Outside[];
}

export type ReadReceipt =
	| { readonly ok: true; readonly receipt: Receipt }
	| { readonly ok: false; readonly fault: 'not-a-receipt' | 'unsupported-algorithm'; readonly detail: string };

const SCHEMA = 'proofbundle/v0.1';
/** As much as a tree of 2^53 leaves could need, and then some. */
const LONGEST_PATH = 64;

/** Reads the `proofbundle/v0.1` object (SPEC.md §3 to §6 of proofbundle); unknown names are refused, as that text demands. */
export function readReceipt(value: unknown): ReadReceipt {
	if (!isObject(value)) return not('object');
	if (value.schema !== SCHEMA) return not('schema');
	const { signature, merkle } = value;
	if (!onlyNames(value, ['schema', 'payload_b64', 'signature', 'merkle', ...OUTSIDE])) return not('unknown-name');
	if (!isObject(signature) || !onlyNames(signature, ['alg', 'public_key_b64', 'sig_b64'])) return not('signature');
	if (signature.alg !== 'ed25519') return unsupported('signature.alg');
	const payload = bytesOf(value.payload_b64);
	if (!payload) return not('payload_b64');
	const publicKey = bytesOf(signature.public_key_b64);
	if (!publicKey) return not('signature.public_key_b64');
	const sig = bytesOf(signature.sig_b64);
	if (!sig) return not('signature.sig_b64');
	const outside = OUTSIDE.filter((name) => value[name] !== undefined);
	const receipt = { payload, publicKey, signature: sig, outside };
	// The format demands it, but what the signature says does not hang on it.
	if (merkle === undefined) return { ok: true, receipt: { ...receipt, inclusion: 'absent' } };
	if (!isObject(merkle) || !onlyNames(merkle, ['hash_alg', 'leaf_index', 'tree_size', 'inclusion_proof_b64', 'root_b64']))
		return not('merkle');
	if (merkle.hash_alg !== 'sha256-rfc6962') return merkle.hash_alg === undefined ? not('merkle.hash_alg') : unsupported('merkle.hash_alg');
	const inclusion = readProof(merkle);
	return typeof inclusion === 'object' || inclusion === 'impossible' ? { ok: true, receipt: { ...receipt, inclusion } } : not('merkle');
}

function readProof({
	leaf_index: index,
	tree_size: size,
	inclusion_proof_b64: path,
	root_b64,
}: JsonObject): InclusionProof | 'impossible' | undefined {
	const root = bytesOf(root_b64);
	if (!root || !Array.isArray(path) || !isCount(index) || !isCount(size)) return undefined;
	// Before anything is decoded: a list of a hundred thousand hashes is no path.
	if (path.length > LONGEST_PATH || !Number.isSafeInteger(size)) return 'impossible';
	const siblings = path.map(bytesOf);
	return siblings.every((sibling) => sibling !== undefined) ? { index, size, path: siblings, root } : undefined;
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const bytesOf = (value: unknown): Uint8Array | undefined => (typeof value === 'string' && value !== '' ? fromBase64(value) : undefined);
const onlyNames = (value: JsonObject, known: readonly string[]): boolean => Object.keys(value).every((name) => known.includes(name));
const not = (detail: string): ReadReceipt => ({ ok: false, fault: 'not-a-receipt', detail });
const unsupported = (detail: string): ReadReceipt => ({ ok: false, fault: 'unsupported-algorithm', detail });
