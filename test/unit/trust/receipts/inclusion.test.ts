import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isIncluded } from '../../../../shared/trust/receipts/inclusion.ts';
import { treeOver, utf8 } from './made-receipts.ts';

const bytes = (hexadecimal: string) => new Uint8Array(Buffer.from(hexadecimal, 'hex'));

/** Leaves and root that the implementations of Certificate Transparency share as a test (google/certificate-transparency, merkle tests). */
const SHARED_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(bytes);
const SHARED_ROOT = bytes('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
const SHARED_PATH = [
	'96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
	'5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
	'6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
].map(bytes);

test('the tree that others test with', () => {
	expect(isIncluded(SHARED_LEAVES[0]!, { index: 0, size: 8, path: SHARED_PATH, root: SHARED_ROOT })).toBe(true);
	expect(Buffer.from(treeOver(SHARED_LEAVES, 0).root)).toEqual(Buffer.from(SHARED_ROOT));
});

const leaves = (size: number) => Array.from({ length: size }, (_, at) => utf8(`leaf ${at}`));
const proof = (index: number, size: number) => ({ index, size, ...treeOver(leaves(size), index) });

test('every leaf of every tree up to 33 leaves', () => {
	for (let size = 1; size <= 33; size += 1)
		for (let index = 0; index < size; index += 1) expect(isIncluded(utf8(`leaf ${index}`), proof(index, size))).toBe(true);
});

describe('no leaf of it', () => {
	const right = proof(4, 11);
	const leaf = utf8('leaf 4');

	test.each([
		['at another place', { index: 5 }],
		['outside of the tree', { index: 11 }],
		['before the tree', { index: -1 }],
		['in a tree of another height', { size: 17 }],
		['in an empty tree', { index: 0, size: 0 }],
		['with a step too few', { path: right.path.slice(0, -1) }],
		['with a step too many', { path: [...right.path, right.root] }],
		['with a step too many at its leaf', { path: [right.root, ...right.path] }],
		['with no steps', { path: [] }],
		['with its steps turned around', { path: right.path.toReversed() }],
		['with a step that is no hash', { path: right.path.map((sibling) => sibling.subarray(1)) }],
		['under another root', { root: treeOver(leaves(12), 4).root }],
		['under half a root', { root: right.root.subarray(0, 16) }],
	])('%s', (_, wrong) => {
		expect(isIncluded(leaf, { ...right, ...wrong })).toBe(false);
	});

	test('that stands beside a tree of one', () => {
		const one = { size: 1, ...treeOver([leaf], 0) };
		expect([-1, 0, 1].map((index) => isIncluded(leaf, { ...one, index }))).toEqual([false, true, false]);
	});

	test('with a step that is longer than a hash, though it leads to the root', () => {
		const step = new Uint8Array(64).fill(9);
		const hash = (prefix: number, ...parts: Uint8Array[]) =>
			createHash('sha256')
				.update(Uint8Array.of(prefix, ...Buffer.concat(parts)))
				.digest();
		const root = hash(1, hash(0, leaf), step);
		expect(isIncluded(leaf, { index: 0, size: 2, path: [step], root })).toBe(false);
	});

	test('other bytes', () => {
		expect(isIncluded(utf8('leaf 3'), right)).toBe(false);
	});

	test('a node passed off as a leaf', () => {
		const [first, second] = leaves(2);
		const node = Buffer.concat([treeOver([first!], 0).root, treeOver([second!], 0).root]);
		expect(isIncluded(node, { index: 0, size: 1, path: [], root: treeOver(leaves(2), 0).root })).toBe(false);
	});
});
