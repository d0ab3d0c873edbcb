import type { Oid } from '../git/oid.ts';
import { fileUrl } from '../hosts/file-url.ts';
import type { Past, PastCommit } from '../hosts/past.ts';
import { filled } from '../hosts/template.ts';
import { readResults } from '../results/read-results.ts';
import type { EvalResult } from '../results/result.ts';

/** One commit that changed a score. */
export interface ValueChange {
	/** What it says from then on, as written; absent: it was taken away. */
	readonly value?: string;
	readonly commit: string;
	/** As the commit says. */
	readonly author: string;
	/** ms since 1970, as the commit says. */
	readonly at: number;
	readonly title: string;
	/** Pull request that brought it, as the commits say. */
	readonly pull?: number;
	readonly pullUrl?: string;
	/** Page of the file as it stood then, where the host has such pages. */
	readonly url?: string;
}

export interface ValueHistory {
	/** The newest first; the last one wrote it first, where `whole`. */
	readonly changes: readonly ValueChange[];
	/** Everything back to where it was written first was read. */
	readonly whole: boolean;
}

interface Standing {
	readonly value: string;
	readonly path: string;
}

/**
 * The commits that changed the value of a result, from the commit that it was read at back in time. As git log does for a file, it follows
 * the parent in which the value was the same already, so that the change is told of who made it and not of who merged it.
 */
export function valueHistory(
	{ start, commits }: Past,
	result: EvalResult,
	path: string,
	templates: { readonly file?: string | undefined; readonly pull?: string | undefined } = {},
): ValueHistory {
	const known = new Map<PastCommit, Standing | undefined>();
	const at = (oid: Oid): { readonly commit: PastCommit; readonly stands: Standing | undefined } | undefined => {
		const commit = commits.get(oid);
		if (!commit) return undefined;
		if (!known.has(commit)) known.set(commit, standing(commit, result, path));
		return { commit, stands: known.get(commit) };
	};
	const changes: ValueChange[] = [];
	/** The merge by which what is looked at came. */
	let via: number | undefined;
	for (let oid: Oid | undefined = start; oid !== undefined; ) {
		const here = at(oid);
		// Further back was not read.
		if (!here) return { changes, whole: false };
		const { commit, stands }: NonNullable<typeof here> = here;
		const parents: readonly Oid[] = commit.parents;
		const same: Oid | undefined = parents.find((parent) => {
			const before = at(parent);
			return before && before.stands?.value === stands?.value;
		});
		if (same !== undefined) {
			if (same !== parents[0]) via = commit.merges ?? via;
			oid = same;
			continue;
		}
		const unread = parents.some((parent) => !commits.has(parent));
		if (unread) return { changes, whole: false };
		if (stands || changes.length > 0) {
			const { author, at: when, title } = commit;
			const url = stands && templates.file ? fileUrl(templates.file, oid, stands.path) : undefined;
			const pull = via ?? commit.merges;
			const pullUrl = pull && templates.pull ? filled(templates.pull, { number: `${pull}` }) : undefined;
			changes.push({
				commit: oid,
				author,
				at: when,
				title,
				...(stands && { value: stands.value }),
				...(url && { url }),
				...(pull && { pull }),
				...(pullUrl && { pullUrl }),
			});
		}
		via = undefined;
		oid = parents[0];
	}
	return { changes: beginning(changes), whole: true };
}

/** Before it was written first it did not stand there: that is no change. */
function beginning(changes: readonly ValueChange[]): readonly ValueChange[] {
	const last = changes.findLastIndex(({ value }) => value !== undefined);
	return changes.slice(0, last + 1);
}

/** The same claim at a commit: of its benchmark and task, in the same file if it stands there, with the same notes if there are several. */
function standing({ files }: PastCommit, { dataset, metric, notes }: EvalResult, path: string): Standing | undefined {
	const all = files.flatMap((file) =>
		readResults(file.bytes, { evidence: file.path, tasksOf: () => undefined }).results.map((result) => ({ result, path: file.path })),
	);
	const claims = all.filter(
		({ result }) =>
			result.dataset.id?.toLowerCase() === dataset.id?.toLowerCase() &&
			result.dataset.taskId === dataset.taskId &&
			result.metric === metric,
	);
	const here = claims.filter((one) => one.path === path);
	const near = here.length > 0 ? here : claims;
	const noted = near.filter(({ result }) => result.notes === notes);
	const [found] = noted.length > 0 ? noted : near;
	return found?.result.valueText === undefined ? undefined : { value: found.result.valueText, path: found.path };
}
