import type { Oid } from '../../git/oid.ts';
import type { Problem } from '../evidence.ts';
import type { PullHeads } from '../forge.ts';
import { commitsBefore } from './commits-before.ts';
import type { PullRef } from './pull-refs.ts';
import { type Reading, type Snapshot, snapshots } from './snapshot.ts';
import { forkPulls } from './told-pulls.ts';

export interface ReadForks {
	readonly pulls: readonly PullRef[];
	readonly byCommit: ReadonlyMap<Oid, Snapshot>;
	/** Why some could not be read. */
	readonly problem?: Problem;
}

/** Reads the pull requests that stand in forks, from there, with the commits that lead to where they left. `foreign` gets to know their heads. */
export async function readForks(told: PullHeads, reading: Reading, foreign: Set<Oid>): Promise<ReadForks> {
	const { pulls, forks, problem: unlisted } = await forkPulls(told, reading.ports, reading.signal);
	const byCommit = new Map<Oid, Snapshot>();
	let problem = unlisted;
	for (const [remote, heads] of forks) {
		const there = { ...reading, remote };
		for (const head of heads) foreign.add(head);
		if (remote.filter) {
			// What it does not say is said where it is needed.
			for (const head of heads) await commitsBefore(head, there);
		}
		const read = await snapshots(there, heads, [], 'submissions');
		if (!read.ok) problem ??= read.problem;
		else for (const [oid, snapshot] of read.value.byCommit) byCommit.set(oid, snapshot);
	}
	return { pulls, byCommit, ...(problem && { problem }) };
}
