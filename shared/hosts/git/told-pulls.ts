import { type Oid, oid } from '../../git/oid.ts';
import { listRefs, type Ref } from '../../git/refs.ts';
import { openRemote, type Remote } from '../../git/remote.ts';
import type { Ports } from '../../ports.ts';
import { groupBy } from '../../results/group-by.ts';
import type { Problem, Submission } from '../evidence.ts';
import type { PullHead, PullHeads, Submissions } from '../forge.ts';
import { PULLS, type PullRef } from './pull-refs.ts';

/** Forks that one collect reads, of the newest pull requests: each takes requests of its own. */
const FORKS = 5;

/** The branches that have to be listed so that `ownPulls` finds the heads there. */
export const branchesOf = ({ pulls }: PullHeads): readonly string[] =>
	[...new Set(pulls.filter(stands).flatMap(({ branch, fork }) => (branch === undefined || fork !== undefined ? [] : [branch])))]
		.slice(-PULLS)
		.map((branch) => `refs/heads/${branch}`);

const isOpen = ({ state }: Submission): boolean => state === 'open' || state === 'draft';

/** A merged one stands on the default branch, and is not read again. */
const stands = ({ submission: { state } }: PullHead): boolean => state !== 'merged';

const wantedOf = ({ pulls }: PullHeads): readonly PullHead[] =>
	[...pulls]
		.sort((a, b) => a.submission.number - b.submission.number)
		.filter(stands)
		.slice(-PULLS);

const pullRef = ({ submission, branch = '' }: PullHead, head: Oid): PullRef => ({
	number: submission.number,
	ref: `refs/heads/${branch}`,
	head,
});

/** Those whose heads stand in the repository itself: by their full oid, or by the branch that they stand on. */
export const ownPulls = (told: PullHeads, refs: readonly Ref[]): readonly PullRef[] =>
	wantedOf(told).flatMap((pull) => {
		const head = pull.fork === undefined ? headOf(pull, refs) : undefined;
		return head ? [pullRef(pull, head)] : [];
	});

export interface ForkPulls {
	readonly pulls: readonly PullRef[];
	/** Their heads, by the fork. */
	readonly forks: ReadonlyMap<Remote, readonly Oid[]>;
	/** Why a fork could not be read. */
	readonly problem?: Problem;
}

/** Those whose heads stand in forks, by the forks' own refs. */
export async function forkPulls(told: PullHeads, ports: Ports, signal: AbortSignal): Promise<ForkPulls> {
	const pulls: PullRef[] = [];
	const forks = new Map<Remote, readonly Oid[]>();
	let problem: Problem | undefined;
	const byFork = groupBy(
		wantedOf(told).filter(({ fork }) => fork !== undefined),
		({ fork = '' }) => fork,
	);
	for (const [url, theirs] of [...byFork].slice(-FORKS)) {
		const remote = await openRemote(url, ports, signal, 'submissions');
		const branches = theirs.flatMap(({ branch }) => (branch === undefined ? [] : [`refs/heads/${branch}`]));
		const listed = remote.ok ? await listRefs(remote.value, branches, ports, signal, 'submissions') : remote;
		if (!listed.ok) problem ??= listed.problem;
		if (!remote.ok || !listed.ok) continue;
		const found = theirs.flatMap((pull) => {
			const head = headOf(pull, listed.value.refs);
			return head ? [pullRef(pull, head)] : [];
		});
		pulls.push(...found);
		forks.set(
			remote.value,
			found.map(({ head }) => head),
		);
	}
	return { pulls, forks, ...(problem && { problem }) };
}

/** How many there are that were not merged, those that the API did not list, and open ones whose head was `found` nowhere. */
export function countsOf(told: PullHeads, found: readonly PullRef[]) {
	const numbers = new Set(found.map(({ number }) => number));
	const wanted = wantedOf(told).map(({ submission }) => submission);
	const unlisted = Math.max(0, (told.total ?? 0) - told.pulls.length);
	const lost = wanted.filter((one) => isOpen(one) && !numbers.has(one.number)).map(({ number }) => number);
	return { total: wanted.length + unlisted, unlisted, lost };
}

export const submissionsOf = ({ pulls }: PullHeads): Submissions => new Map(pulls.map(({ submission }) => [submission.number, submission]));

/** The branch may have gone on since: then it is what the API said, if that is whole. */
function headOf({ head, branch }: PullHead, refs: readonly Ref[]): Oid | undefined {
	const whole = head === undefined ? undefined : oid(head);
	if (whole) return whole;
	const at = refs.find(({ name }) => name === `refs/heads/${branch}`)?.oid;
	return head === undefined || at?.startsWith(head) ? at : undefined;
}
