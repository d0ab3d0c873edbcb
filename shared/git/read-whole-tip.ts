import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { parseCommit } from './commit.ts';
import { fetchUntil } from './fetch-until.ts';
import { gitProblem, type Subject } from './git-problem.ts';
import type { GitObject } from './object.ts';
import { keptObject } from './object-store.ts';
import type { Oid } from './oid.ts';
import type { Remote } from './remote.ts';
import { parseTree } from './tree.ts';

/**
 * A commit, its root tree, and all that stands below those of its entries that have one of these names. From the store, or from a server
 * that gives nothing but what its refs stand at: no more is loaded than the beginning of its answer, where git puts them.
 */
export async function readWholeTip(
	remote: Remote,
	at: Oid,
	names: readonly string[],
	ports: Ports,
	signal: AbortSignal,
	subject: Subject = 'repository',
): Promise<Outcome<readonly GitObject[]>> {
	const kept = await keptWhole(at, names, ports);
	if (kept) return succeed([...kept.values()]);
	const enough = (objects: ReadonlyMap<Oid, GitObject>) => needed(at, names, objects).missing.length === 0;
	const wanted = { wants: [at], ...(remote.shallow && { deepen: 1 }) };
	const fetched = await fetchUntil(remote, wanted, enough, ports, signal, subject);
	if (!fetched.ok) return fetched;
	const { found, missing } = needed(at, names, fetched.value.objects);
	return missing.length === 0 ? succeed(found) : fail(gitProblem(remote.url, 'incomplete', subject, 'absent', missing[0]));
}

async function keptWhole(at: Oid, names: readonly string[], ports: Ports): Promise<ReadonlyMap<Oid, GitObject> | undefined> {
	const objects = new Map<Oid, GitObject>();
	for (;;) {
		const { missing } = needed(at, names, objects);
		if (missing.length === 0) return objects;
		for (const oid of missing) {
			const object = await keptObject(oid, ports);
			if (!object) return undefined;
			objects.set(oid, object);
		}
	}
}

/** What of it is among these objects, and what is not although something that is names it. */
function needed(
	at: Oid,
	names: readonly string[],
	objects: ReadonlyMap<Oid, GitObject>,
): { readonly found: GitObject[]; readonly missing: Oid[] } {
	const found: GitObject[] = [];
	const missing: Oid[] = [];
	const take = (oid: Oid): GitObject | undefined => {
		const object = objects.get(oid);
		if (object) found.push(object);
		else missing.push(oid);
		return object;
	};
	const entriesOf = (tree: GitObject | undefined) =>
		tree?.type === 'tree' ? (parseTree(tree.bytes, at.length === 40 ? 20 : 32) ?? []) : [];
	const commit = take(at);
	const root = commit?.type === 'commit' ? parseCommit(commit.bytes)?.tree : undefined;
	const below = new Set<Oid>();
	for (const { name, kind, oid } of entriesOf(root && take(root)))
		if (names.includes(name) && (kind === 'tree' || kind === 'file')) below.add(oid);
	// A Set that grows while it is walked is walked to its end.
	for (const oid of below) for (const entry of entriesOf(take(oid))) if (entry.kind !== 'submodule') below.add(entry.oid);
	return { found, missing };
}
