import { gitLimits } from './limits.ts';
import type { GitObject } from './object.ts';
import type { Oid } from './oid.ts';
import { parseTree } from './tree.ts';

/** A file that a tree leads to. */
export interface TreeFile {
	/** Names from the tree down, joined by `/`. Text to show and compare, never the name of a file to write. */
	readonly path: string;
	readonly blob: Oid;
	/**
	 * Whether the path means what it looks like. `false`: a name in it is `.`, `..`, `.git` or empty, or holds a slash, a backslash
	 * or a control character. Git refuses to check such trees out; two different files may seem to have one path.
	 */
	readonly plain: boolean;
	/** Who follows the path comes elsewhere: a name on it stands twice in its tree and this is not the first, or it holds a slash. */
	readonly hidden: boolean;
}

export interface TreeListing {
	/** In tree order; symbolic links and submodules are no files. */
	readonly files: readonly TreeFile[];
	/** Trees that were named but are not among the objects, or are none. */
	readonly missing: readonly Oid[];
	/** Something lies deeper than `depth`, or there is more than one listing takes. */
	readonly cut: boolean;
}

/**
 * The files below a tree, as far as the objects tell, at most `depth` names deep (1: only its own entries).
 * `prefix` is put before every path. Never throws; walks at most `gitLimits.treeEntries` entries.
 */
export function filesBelow(tree: Oid, objects: ReadonlyMap<Oid, GitObject>, depth = 10, prefix = ''): TreeListing {
	const files: TreeFile[] = [];
	const missing = new Set<Oid>();
	let cut = false;
	let left: number = gitLimits.treeEntries;

	const walk = (at: Oid, path: string, plain: boolean, hidden: boolean, levels: number) => {
		const object = objects.get(at);
		const entries = object?.type === 'tree' ? parseTree(object.bytes, at.length === 40 ? 20 : 32) : undefined;
		if (entries === undefined) missing.add(at);
		const taken = new Set<string>();
		for (const entry of entries ?? []) {
			if (left-- <= 0) {
				cut = true;
				return;
			}
			const below = `${path}${entry.name}`;
			const stillPlain = plain && isPlainName(entry.name);
			const nowHidden = hidden || taken.has(entry.name) || entry.name.includes('/');
			taken.add(entry.name);
			if (entry.kind === 'file') files.push({ path: below, blob: entry.oid, plain: stillPlain, hidden: nowHidden });
			if (entry.kind !== 'tree') continue;
			if (levels > 1) walk(entry.oid, `${below}/`, stillPlain, nowHidden, levels - 1);
			else cut = true;
		}
	};
	walk(tree, prefix, true, false, depth);
	return { files, missing: [...missing], cut };
}

/** Whether a name is one that git itself would check out on every system (`verify_path`, `core.protectHFS` and `protectNTFS` in short). */
export function isPlainName(name: string): boolean {
	return name !== '' && name !== '.' && name !== '..' && name.toLowerCase() !== '.git' && !/[/\\\p{Cc}\uFFFD]/u.test(name);
}
