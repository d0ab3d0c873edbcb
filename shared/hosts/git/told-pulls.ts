import { type Oid, oid } from '../../git/oid.ts';
import { listRefs, type Ref } from '../../git/refs.ts';
import { openRemote, type Remote } from '../../git/remote.ts';
import type { Ports } from '../../ports.ts';
import type { Problem, Submission } from '../evidence.ts';
import type { PullHead, PullHeads, Submissions } from '../forge.ts';
import { PULLS, type PullRef } from './pull-refs.ts';

/** Forks that one collect reads, of the newest pull requests: each takes requests of its own. */
const FORKS = 5;

/** Pull requests whose heads a host's API told. */
export interface ToldPulls {
	readonly pulls: readonly PullRef[];
	readonly submissions: Submissions;
	/** Heads that stand in a fork only, by the fork. */
	readonly forks: ReadonlyMap<Remote, readonly Oid[]>;
	/** Those that were not merged, as far as it is known, and how many of them the API did not list. */
	readonly total: number;
	readonly unlisted: number;
	/** Open ones whose head was found nowhere. */
	readonly lost: readonly number[];
	/** Why a fork could not be read. */
	readonly problem?: Problem;
}

/** The branches that have to be listed so that `toldPulls` finds the heads there. */
export const branchesOf = ({ pulls }: PullHeads): readonly string[] =>
	[...new Set(pulls.filter(stands).flatMap(({ branch, fork }) => (branch === undefined || fork !== undefined ? [] : [branch])))]
		.slice(-PULLS)
		.map((branch) => `refs/heads/${branch}`);

const isOpen = ({ state }: Submission): boolean => state === 'open' || state === 'draft';

/** A merged one stands on the default branch, and is not read again. */
const stands = ({ submission: { state } }: PullHead): boolean => state !== 'merged';

/** Finds the heads that an API told: by their full oid, or by the branch that they stand on; those in forks by the fork's own refs. */
export async function toldPulls(told: PullHeads, refs: readonly Ref[], ports: Ports, signal: AbortSignal): Promise<ToldPulls> {
	const byNumber = [...told.pulls].sort((a, b) => a.submission.number - b.submission.number);
	const pulls: PullRef[] = [];
	const forks = new Map<Remote, Oid[]>();
	const opened = new Map<string, { readonly remote: Remote; readonly refs: readonly Ref[] } | undefined>();
	let problem: Problem | undefined;
	const wanted = byNumber.filter(stands).slice(-PULLS);
	const inForks = new Set([...new Set(wanted.flatMap(({ fork }) => fork ?? []))].slice(-FORKS));
	for (const pull of wanted) {
		const { submission, branch = '', fork } = pull;
		const known = fork === undefined ? { refs } : inForks.has(fork) ? await inFork(fork, wanted) : undefined;
		const head = known && headOf(pull, known.refs);
		if (!head) continue;
		if ('remote' in known) forks.set(known.remote, [...(forks.get(known.remote) ?? []), head]);
		pulls.push({ number: submission.number, ref: `refs/heads/${branch}`, head });
	}
	const unlisted = Math.max(0, (told.total ?? 0) - byNumber.length);
	const found = new Set(pulls.map(({ number }) => number));
	return {
		pulls,
		submissions: new Map(byNumber.map(({ submission }) => [submission.number, submission])),
		forks,
		total: wanted.length + unlisted,
		unlisted,
		lost: problem
			? []
			: wanted.filter(({ submission }) => isOpen(submission) && !found.has(submission.number)).map(({ submission }) => submission.number),
		...(problem && { problem }),
	};

	async function inFork(url: string, all: readonly PullHead[]) {
		if (opened.has(url)) return opened.get(url);
		const remote = await openRemote(url, ports, signal, 'submissions');
		const branches = all.flatMap(({ fork, branch }) => (fork === url && branch !== undefined ? [`refs/heads/${branch}`] : []));
		const listed = remote.ok ? await listRefs(remote.value, branches, ports, signal, 'submissions') : remote;
		if (!listed.ok) problem ??= listed.problem;
		opened.set(url, remote.ok && listed.ok ? { remote: remote.value, refs: listed.value.refs } : undefined);
		return opened.get(url);
	}
}

/** The branch may have gone on since: then it is what the API said, if that is whole. */
function headOf({ head, branch }: PullHead, refs: readonly Ref[]): Oid | undefined {
	const whole = head === undefined ? undefined : oid(head);
	if (whole) return whole;
	const at = refs.find(({ name }) => name === `refs/heads/${branch}`)?.oid;
	return head === undefined || at?.startsWith(head) ? at : undefined;
}
