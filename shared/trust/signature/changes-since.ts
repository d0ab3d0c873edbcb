import { parseCommit } from '../../git/commit.ts';
import type { GitObject } from '../../git/object.ts';
import type { Oid } from '../../git/oid.ts';
import { parseTree } from '../../git/tree.ts';
import type { ChangesSince } from '../../hosts/evidence.ts';
import { differing } from '../../hosts/model-files.ts';

/**
 * What differs between a commit and the head at the root of the repository, folders as a whole, apart from documentation and result files.
 * `undefined` where one of the two commits or of their root trees is not among the objects.
 */
export function changesSince(commit: Oid, head: Oid | undefined, objects: ReadonlyMap<Oid, GitObject>): ChangesSince | undefined {
	const before = rootOf(commit, objects);
	const now = head && rootOf(head, objects);
	if (!before || !now) return undefined;
	return { commit, ...differing(before, now) };
}

/** Entries of the root tree: mode and oid by name. */
function rootOf(commit: Oid, objects: ReadonlyMap<Oid, GitObject>): ReadonlyMap<string, string> | undefined {
	const found = objects.get(commit);
	const tree = found?.type === 'commit' ? parseCommit(found.bytes)?.tree : undefined;
	const object = tree && objects.get(tree);
	const entries = object?.type === 'tree' ? parseTree(object.bytes, commit.length === 40 ? 20 : 32) : undefined;
	return entries && new Map(entries.map(({ name, kind, oid }) => [name, `${kind} ${oid}`]));
}
