import type { Oid } from '../git/oid.ts';

/** What stood in the result files at one commit. */
export interface PastCommit {
	readonly parents: readonly Oid[];
	/** As the commit says: git checks neither name nor time. */
	readonly author: string;
	/** ms since 1970. */
	readonly at: number;
	readonly title: string;
	/** Pull request that its message says it merged. */
	readonly merges?: number;
	readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** Commits that lead to one, as far as they were read. */
export interface Past {
	readonly start: Oid;
	readonly commits: ReadonlyMap<Oid, PastCommit>;
}
