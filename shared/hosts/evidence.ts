import type { GitObject } from '../git/object.ts';
import type { Oid } from '../git/oid.ts';
import type { HostId, RepositoryId } from './repo-page.ts';

/** What was found out about a repository when it was collected. */
export interface Repository {
	readonly id: RepositoryId;
	readonly host: HostId;
	readonly origin: string;
	readonly path: string;
	readonly kind: 'model' | 'dataset' | 'unknown';
	/** The page's address. */
	readonly url: string;
	/** Commit that the default branch stood at. */
	readonly head?: Oid;
	readonly defaultBranch?: string;
	/** The host's internal repository id, where it tells one. */
	readonly hostId?: string;
	/** Template of a file page, see `RepoPage.offers.file`. */
	readonly fileTemplate?: string;
}

/** `unknown`: bare git names a pull request's head but not whether it is open. */
export type SubmissionState = 'open' | 'draft' | 'closed' | 'merged' | 'unknown';

/** The pull request that a piece of evidence came from. */
export interface Submission {
	readonly number: number;
	readonly state: SubmissionState;
	readonly author?: string;
	readonly title?: string;
	readonly url?: string;
}

/** `<repository id>@<commit>:<path>` */
export type EvidenceId = string;

/** Raw bytes of one file at one commit, and where it stood. */
export interface Evidence {
	readonly id: EvidenceId;
	readonly repository: RepositoryId;
	/** `results`: a file of `.eval_results`; `benchmark`: an `eval.yaml`. */
	readonly role: 'results' | 'benchmark';
	readonly path: string;
	/** `refs/heads/main`, `refs/pull/7/head` */
	readonly ref: string;
	readonly commit: Oid;
	readonly blob: Oid;
	readonly bytes: Uint8Array;
	readonly submission?: Submission;
	/** Result files before the pull request (on the default branch, at the merge base), those of the same path first: entries that stand there are not the submission's own. */
	readonly base?: readonly BaseFile[];
	/** For `benchmark`: the dataset id that this `eval.yaml` defines, e.g. `cais/hle`. */
	readonly dataset?: string;
}

/** A file that stood there before, which entries of a pull request's file may have been taken from. */
export interface BaseFile {
	readonly blob: Oid;
	readonly bytes: Uint8Array;
}

export const evidenceId = (repository: RepositoryId, commit: Oid, path: string): EvidenceId => `${repository}@${commit}:${path}`;

/** Something could not be read. Said with what, why and what to do; everything else is still shown. */
export interface Problem {
	readonly code: ProblemCode;
	/** What was to be read. */
	readonly subject: 'repository' | 'submissions' | 'submission-states' | 'inheritance' | 'benchmark' | 'file';
	/** Origin, status, path, number… for the words. */
	readonly params: Readonly<Record<string, string | number>>;
	/** When it makes sense to ask again, ms since 1970. */
	readonly until?: number;
}

export type ProblemCode =
	| 'offline'
	| 'timeout'
	| 'rate-limited'
	| 'permission-missing'
	| 'sign-in-needed'
	| 'not-found'
	| 'server-error'
	| 'unexpected-answer'
	| 'redirected-elsewhere'
	| 'too-large'
	| 'corrupt'
	| 'incomplete'
	| 'not-supported';

/** One step of collecting, without its number. */
export type CollectStep =
	| { readonly type: 'repository'; readonly repository: Repository }
	/** Commits and trees that lead from a commit to each blob, and need not be repeated per evidence. */
	| { readonly type: 'objects'; readonly objects: readonly GitObject[] }
	| { readonly type: 'evidence'; readonly evidence: Evidence }
	/** How many pull requests there are and how many were read. */
	| { readonly type: 'submissions'; readonly total: number; readonly read: number }
	/** A dataset that was looked for: its definition came as evidence, or it has none here. */
	| { readonly type: 'benchmark'; readonly dataset: string; readonly found: boolean }
	| { readonly type: 'problem'; readonly problem: Problem }
	/** Nothing follows. `at`: as of when this is what the host says (when its refs were listed, also where they came from the store), ms since 1970. */
	| { readonly type: 'done'; readonly at: number };

/** Numbered from 1, without gaps; stored before it is posted, so that the background may die between any two. */
export type CollectEvent = CollectStep & { readonly seq: number };
