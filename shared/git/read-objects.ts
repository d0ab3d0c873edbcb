import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { fetchObjects } from './fetch-objects.ts';
import { gitProblem, type Subject } from './git-problem.ts';
import type { GitObject } from './object.ts';
import { keptObject } from './object-store.ts';
import type { Oid } from './oid.ts';
import type { Remote } from './remote.ts';
import { parseTree } from './tree.ts';

/**
 * `alone`: just these objects (`filter tree:0`). `below`: with all that their trees name, for trees and blobs;
 * a commit brings its history with it then, so ask for commits with `alone`.
 */
export type Reach = 'alone' | 'below';

/**
 * These objects, from the store where they are kept, the rest by one request. Immutable, so nothing is asked for twice.
 * Problems as `fetchObjects`. A server without filters can be asked for blobs, and for trees with `below`.
 */
export async function readObjects(
	remote: Remote,
	oids: readonly Oid[],
	reach: Reach,
	ports: Ports,
	signal: AbortSignal,
	subject: Subject = 'repository',
): Promise<Outcome<ReadonlyMap<Oid, GitObject>>> {
	const { kept, missing } = await keptObjects(oids, reach, ports);
	if (missing.length === 0) return succeed(kept);
	const filter = reach === 'alone' ? ({ filter: 'tree:0' } as const) : {};
	const fetched = await fetchObjects(remote, { wants: missing, ...filter }, ports, signal, subject);
	if (!fetched.ok) return fetched;
	const all = new Map([...kept, ...fetched.value.objects]);
	const absent = oids.find((oid) => !all.has(oid));
	return absent === undefined ? succeed(all) : fail(gitProblem(remote.url, 'incomplete', subject, 'absent', absent));
}

/** What the store has of them, and what has to be asked for so that nothing is missing. */
async function keptObjects(
	oids: readonly Oid[],
	reach: Reach,
	ports: Pick<Ports, 'store' | 'digest'>,
): Promise<{ readonly kept: Map<Oid, GitObject>; readonly missing: readonly Oid[] }> {
	const kept = new Map<Oid, GitObject>();
	const missing: Oid[] = [];
	const asked = new Set<Oid>(oids);
	// A Set that grows while it is walked is walked to its end.
	for (const oid of asked) {
		const object = await keptObject(oid, ports);
		if (object === undefined) {
			missing.push(oid);
			continue;
		}
		kept.set(oid, object);
		if (reach === 'alone' || object.type !== 'tree') continue;
		const entries = parseTree(object.bytes, oid.length === 40 ? 20 : 32) ?? [];
		for (const entry of entries) if (entry.kind !== 'submodule') asked.add(entry.oid);
	}
	return { kept, missing };
}
