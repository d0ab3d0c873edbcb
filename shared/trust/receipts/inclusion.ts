import { hex, sha256 } from '../crypto/sha.ts';

export interface InclusionProof {
	readonly index: number;
	readonly size: number;
	/** Hashes of the siblings, from the leaf up. */
	readonly path: readonly Uint8Array[];
	readonly root: Uint8Array;
}

const HASH_BYTES = 32;

/**
 * Whether these bytes are the leaf that the proof says (RFC 6962 §2.1.1: leaves are hashed after a 0 byte, nodes after a 1 byte).
 * Index and size are whole numbers. It says nothing about who made the tree: that depends on where the root comes from.
 */
export function isIncluded(leaf: Uint8Array, { index, size, path, root }: InclusionProof): boolean {
	if (index < 0 || index >= size || path.some((sibling) => sibling.length !== HASH_BYTES)) return false;
	const found = rootOver(hashOf(0, leaf), index, size, path);
	return found !== undefined && hex(found) === hex(root);
}

/** The root that a path leads to; `undefined` where it is longer or shorter than the tree is high at that leaf. */
function rootOver(leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): Uint8Array | undefined {
	const sibling = path.at(-1);
	if (size === 1) return sibling ? undefined : leaf;
	if (!sibling) return undefined;
	const left = powerOfTwoBelow(size);
	const below = path.slice(0, -1);
	if (index < left) {
		const inner = rootOver(leaf, index, left, below);
		return inner && hashOf(1, inner, sibling);
	}
	const inner = rootOver(leaf, index - left, size - left, below);
	return inner && hashOf(1, sibling, inner);
}

/** Of the leaves of a tree with more than one, so many are in its left half. */
function powerOfTwoBelow(size: number): number {
	let power = 1;
	while (power * 2 < size) power *= 2;
	return power;
}

function hashOf(prefix: 0 | 1, ...parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
	joined[0] = prefix;
	let at = 1;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return sha256(joined);
}
