import { type Commit, parseCommit } from '../../git/commit.ts';
import { fetchObjects } from '../../git/fetch-objects.ts';
import { keptObject } from '../../git/object-store.ts';
import type { Oid } from '../../git/oid.ts';
import { type Outcome, succeed } from '../../outcome.ts';
import type { Reading } from './snapshot.ts';

/** Commits that are read, the newest first. */
const DEPTH = 150;

/** The commits that lead to one, itself first: from what was read already or is in the store, else by one request, without trees. */
export async function commitsBefore(start: Oid, reading: Reading): Promise<Outcome<ReadonlyMap<Oid, Commit>>> {
	const known = await knownBefore(start, reading);
	if (known) return succeed(known);
	const wanted = { wants: [start], deepen: DEPTH, filter: 'tree:0' } as const;
	const fetched = await fetchObjects(reading.remote, wanted, reading.ports, reading.signal, 'history');
	if (!fetched.ok) return fetched;
	for (const object of fetched.value.objects.values()) reading.objects.set(object.oid, object);
	return succeed(walk(start, reading).commits);
}

/** `undefined` where not enough of them are here. */
async function knownBefore(start: Oid, reading: Reading): Promise<ReadonlyMap<Oid, Commit> | undefined> {
	for (;;) {
		const { commits, missing } = walk(start, reading);
		if (missing.length === 0 || commits.size >= DEPTH) return commits;
		for (const oid of missing) {
			const object = await keptObject(oid, reading.ports);
			if (object?.type !== 'commit') return undefined;
			reading.objects.set(oid, object);
		}
	}
}

/** From one commit on, as far as its parents are here. */
function walk(start: Oid, { objects }: Reading): { readonly commits: ReadonlyMap<Oid, Commit>; readonly missing: readonly Oid[] } {
	const commits = new Map<Oid, Commit>();
	const missing: Oid[] = [];
	const line = new Set<Oid>([start]);
	// A Set that grows while it is walked is walked to its end.
	for (const oid of line) {
		if (commits.size >= DEPTH) break;
		const object = objects.get(oid);
		const commit = object?.type === 'commit' ? parseCommit(object.bytes) : undefined;
		if (!commit) {
			missing.push(oid);
			continue;
		}
		commits.set(oid, commit);
		for (const parent of commit.parents) line.add(parent);
	}
	return { commits, missing };
}
