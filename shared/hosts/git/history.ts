import type { Oid } from '../../git/oid.ts';

/** Parents by commit, as far as the history was fetched. */
export type History = ReadonlyMap<Oid, readonly Oid[]>;

/** The commits that can be reached from one, itself included, and whether the history was known all the way to its roots. */
export function ancestors(from: Oid, history: History): { readonly commits: ReadonlySet<Oid>; readonly whole: boolean } {
	const commits = new Set<Oid>([from]);
	let whole = true;
	// A Set that grows while it is walked is walked to its end.
	for (const commit of commits) {
		const parents = history.get(commit);
		if (parents === undefined) whole = false;
		for (const parent of parents ?? []) commits.add(parent);
	}
	return { commits, whole };
}

/**
 * Where a branch left the line that `main` names, or took it over last: the merge bases (git-merge-base(1)), none for unrelated histories.
 * `undefined` where the fetched history does not reach far enough to tell.
 */
export function mergeBases(head: Oid, main: ReturnType<typeof ancestors>, history: History): readonly Oid[] | undefined {
	const met = new Set<Oid>();
	const own = new Set<Oid>();
	const walk = new Set<Oid>([head]);
	for (const commit of walk) {
		if (main.commits.has(commit)) {
			met.add(commit);
			continue;
		}
		own.add(commit);
		const parents = history.get(commit);
		if (parents === undefined) return undefined;
		// A root off a main line that is not known to its own roots may well be a root of that line.
		if (parents.length === 0 && !main.whole) return undefined;
		for (const parent of parents) walk.add(parent);
	}
	return [...met].filter((base) => ![...met].some((other) => other !== base && ancestors(other, history).commits.has(base)));
}
