import type { GitObject } from '../../git/object.ts';
import type { Oid } from '../../git/oid.ts';
import type { Remote } from '../../git/remote.ts';
import type { Ports } from '../../ports.ts';
import type { Problem } from '../evidence.ts';
import { commitsBefore } from './commits-before.ts';
import { snapshots } from './snapshot.ts';

export interface ReadForks {
	/** All heads that stand in forks, read or not. */
	readonly heads: ReadonlySet<Oid>;
	/** Why some could not be read. */
	readonly problem?: Problem;
}

/** Reads the heads that stand in forks, from there, into `objects`: their results, and the commits that lead to where they left. */
export async function readForks(
	forks: ReadonlyMap<Remote, readonly Oid[]>,
	objects: Map<Oid, GitObject>,
	ports: Ports,
	signal: AbortSignal,
): Promise<ReadForks> {
	let problem: Problem | undefined;
	for (const [remote, heads] of forks) {
		const reading = { remote, ports, signal, objects };
		if (remote.filter) {
			// What it does not say is said where it is needed.
			for (const head of heads) await commitsBefore(head, reading);
		}
		const read = await snapshots(reading, heads, [], 'submissions');
		if (!read.ok) problem ??= read.problem;
	}
	return { heads: new Set([...forks.values()].flat()), ...(problem && { problem }) };
}
