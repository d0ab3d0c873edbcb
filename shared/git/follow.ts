import { parseCommit } from './commit.ts';
import type { GitObject } from './object.ts';
import type { Oid } from './oid.ts';
import { parseTree } from './tree.ts';

/** Why a path could not be followed from a commit to a blob. */
interface BrokenChain {
	readonly code: 'object-missing' | 'object-unreadable' | 'path-missing';
	readonly params: Readonly<Record<string, string>>;
}

/** The commit and trees on the way, in order, and the blob that stands at its end or why there is none. */
export interface Chain {
	readonly objects: readonly GitObject[];
	readonly blob?: Oid;
	readonly broken?: BrokenChain;
}

/** Follows `path` from a commit through its trees, over the objects that `lookup` knows. */
export function follow(commit: Oid, path: string, lookup: (oid: Oid) => GitObject | undefined): Chain {
	const objects: GitObject[] = [];
	const top = lookup(commit);
	if (!top) return { objects, broken: { code: 'object-missing', params: { oid: commit, type: 'commit' } } };
	objects.push(top);
	const root = top.type === 'commit' ? parseCommit(top.bytes)?.tree : undefined;
	if (root === undefined) return { objects, broken: { code: 'object-unreadable', params: { oid: commit, type: 'commit' } } };
	let at: Oid = root;
	const names = path.split('/');
	for (const [step, name] of names.entries()) {
		const tree = lookup(at);
		if (!tree) return { objects, broken: { code: 'object-missing', params: { oid: at, type: 'tree' } } };
		objects.push(tree);
		const entries = tree.type === 'tree' ? parseTree(tree.bytes, at.length === 64 ? 32 : 20) : undefined;
		if (!entries) return { objects, broken: { code: 'object-unreadable', params: { oid: at, type: 'tree' } } };
		const kind = step === names.length - 1 ? 'file' : 'tree';
		// Of a name that stands twice in a tree the first counts, whatever it is: so it does for whoever collects.
		const entry = entries.find((candidate) => candidate.name === name);
		if (entry?.kind !== kind) return { objects, broken: { code: 'path-missing', params: { oid: at, name } } };
		at = entry.oid;
	}
	return { objects, blob: at };
}
