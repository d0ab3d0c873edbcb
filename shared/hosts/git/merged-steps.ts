import type { Commit } from '../../git/commit.ts';
import type { Oid } from '../../git/oid.ts';
import { readObjects } from '../../git/read-objects.ts';
import { parseTree } from '../../git/tree.ts';
import type { CollectStep, Merged } from '../evidence.ts';
import type { Forge } from '../forge.ts';
import type { RepoPage } from '../repo-page.ts';
import { filled } from '../template.ts';
import { commitsBefore } from './commits-before.ts';
import type { Sequence } from './evidence-steps.ts';
import { mergedBy } from './merged-by.ts';
import { FOLDER, type Reading, type Snapshot } from './snapshot.ts';

/** Names of the result files of a commit and their blobs; subfolders stand for what is in them. */
type Names = ReadonlyMap<string, Oid>;

/**
 * Which files of the default branch came by a pull request: found by following each back to the commit that brought it, as far as
 * commits say what they merged. Also those whose ref is long deleted. Three requests at most, none the second time. Says nothing where that
 * cannot be told: it is asked last, and everything else stands without it.
 */
export async function* mergedSteps(
	main: Snapshot,
	page: RepoPage,
	sequence: Sequence,
	forge: Forge,
	pulls: ReadonlySet<number>,
): AsyncGenerator<CollectStep, void> {
	const { reading } = sequence;
	const { pull } = forge.templates(page);
	const pieces = sequence.given.filter(({ role, submission }) => role === 'results' && !submission);
	if (pull === undefined || pieces.length === 0 || !reading.remote.filter) return;
	const past = await namesOf(main.commit.oid, reading, pulls);
	if (!past) return;
	const merged = pieces.flatMap(({ id, path }): readonly Merged[] => {
		const number = broughtBy(path.slice(FOLDER.length + 1), main.commit.oid, past);
		const url = number && filled(pull, { number: `${number}` });
		return number ? [{ evidence: id, number, ...(url && { url }) }] : [];
	});
	if (merged.length > 0) yield { type: 'merged', merged };
}

interface PastNames {
	readonly commits: ReadonlyMap<Oid, Commit>;
	/** Missing: not read. */
	readonly names: ReadonlyMap<Oid, Names>;
	/** Numbers that are known to be pull requests. */
	readonly pulls: ReadonlySet<number>;
}

async function namesOf(start: Oid, reading: Reading, pulls: ReadonlySet<number>): Promise<PastNames | undefined> {
	const commits = await commitsBefore(start, reading);
	if (!commits.ok) return undefined;
	// A line of commits without a word of a pull request needs no trees.
	if (![...commits.value.values()].some(({ title, message }) => mergedBy(title, message, pulls))) return undefined;
	const roots = [...commits.value].map(([commit, { tree }]) => [commit, tree] as const);
	if (!(await readTrees(roots.map(([, tree]) => tree)))) return undefined;
	const folders = roots.flatMap(([commit, tree]) => {
		const entries = entriesOf(tree);
		const folder = entries?.find(({ name, kind }) => name === FOLDER && kind === 'tree');
		return entries ? [[commit, folder?.oid] as const] : [];
	});
	if (!(await readTrees(folders.flatMap(([, folder]) => folder ?? [])))) return undefined;
	const known = new Map<Oid | undefined, Names>();
	const names = folders.map(([commit, folder]) => {
		const here = known.get(folder) ?? new Map((folder && entriesOf(folder))?.map(({ name, oid }) => [name, oid]));
		known.set(folder, here);
		return [commit, here] as const;
	});
	return { commits: commits.value, names: new Map(names), pulls };

	async function readTrees(oids: readonly Oid[]): Promise<boolean> {
		const missing = [...new Set(oids)].filter((oid) => !reading.objects.has(oid));
		const read = await readObjects(reading.remote, missing, 'alone', reading.ports, reading.signal, 'history');
		if (read.ok) for (const object of read.value.values()) reading.objects.set(object.oid, object);
		return read.ok;
	}
	function entriesOf(oid: Oid) {
		const object = reading.objects.get(oid);
		return object?.type === 'tree' ? parseTree(object.bytes, oid.length === 40 ? 20 : 32) : undefined;
	}
}

/** Follows the parent in which the file was the same already; where that is not the first, by a merge, whose message names the pull request. */
function broughtBy(name: string, start: Oid, { commits, names, pulls }: PastNames): number | undefined {
	let via: number | undefined;
	for (let oid: Oid | undefined = start; oid !== undefined; ) {
		const commit: Commit | undefined = commits.get(oid);
		const blob: Oid | undefined = names.get(oid)?.get(name);
		if (!commit || blob === undefined) return undefined;
		const { parents }: Commit = commit;
		const same: Oid | undefined = parents.find((parent) => names.get(parent)?.get(name) === blob);
		const merges = mergedBy(commit.title, commit.message, pulls);
		if (same === undefined) return parents.every((parent) => names.has(parent)) ? (via ?? merges) : undefined;
		if (same !== parents[0]) via = merges ?? via;
		oid = same;
	}
	return undefined;
}
