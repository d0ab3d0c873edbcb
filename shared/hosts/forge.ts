import type { Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { Submission } from './evidence.ts';
import type { RepoPage } from './repo-page.ts';

/** What a host whose repositories are read by git knows beyond git. */
export interface Forge {
	/** Addresses of the host's own pages: of a file (`%branch%`, `%path%`), of a pull request (`%number%`), of the form for a new discussion (`%title%`, `%body%`). */
	templates(page: RepoPage): { readonly file?: string; readonly pull?: string; readonly discuss?: string };
	/** What git cannot tell of these pull requests: states, authors, titles. Those that are missing in the answer are not known. */
	submissions(page: RepoPage, numbers: readonly number[], ports: Ports, signal: AbortSignal): Promise<Outcome<Submissions>>;
}

export type Submissions = ReadonlyMap<number, Submission>;
