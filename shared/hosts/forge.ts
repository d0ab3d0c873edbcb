import type { Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { Submission } from './evidence.ts';
import type { RepoPage } from './repo-page.ts';

/** What a host whose repositories are read by git knows beyond git. */
export interface Forge {
	/** Addresses of the host's own pages: of a file (`%branch%`, `%path%`), of a pull request (`%number%`), of the form for a new discussion (`%title%`, `%body%`). */
	templates(page: RepoPage): { readonly file?: string; readonly pull?: string; readonly discuss?: string };
	/** Pull requests of a host whose refs do not show them, or not reliably: asked of its API. Absent where refs do. */
	heads?(page: RepoPage, ports: Ports, signal: AbortSignal): Promise<Outcome<PullHeads>>;
	/** What git cannot tell of these pull requests: states, authors, titles. Those that are missing in the answer are not known, and where it is absent none is. */
	submissions?(page: RepoPage, numbers: readonly number[], ports: Ports, signal: AbortSignal): Promise<Outcome<Submissions>>;
}

/** Where the head of a pull request stands, as its host's API says. */
export interface PullHead {
	readonly submission: Submission;
	/** Full, or its beginning, as some APIs give it: of a merged or very old one it may be missing. */
	readonly head?: string;
	/** The branch that it stands on, without `refs/heads/`. */
	readonly branch?: string;
	/** Clone URL of the fork that it stands in, on the page's own origin. */
	readonly fork?: string;
}

export interface PullHeads {
	/** The newest ones, in no order. */
	readonly pulls: readonly PullHead[];
	/** How many there are in all, where the API tells. */
	readonly total?: number;
}

export type Submissions = ReadonlyMap<number, Submission>;
