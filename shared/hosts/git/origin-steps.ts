import type { Commit } from '../../git/commit.ts';
import { follow } from '../../git/follow.ts';
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
 * Which files of the default branch came by a pull request, and by which signed commits: found by following each back to the commit that
 * brought it, as far as commits say what they merged and carry a signature. Also those whose ref is long deleted. Three requests at most, none
 * the second time. Says nothing where that cannot be told: it is asked last, and everything else stands without it.
 */
export async function* originSteps(
	main: Snapshot,
	page: RepoPage,
	sequence: Sequence,
	forge: Forge,
	pulls: ReadonlySet<number>,
): AsyncGenerator<CollectStep, void> {
	const { reading } = sequence;
	const { pull } = forge.templates(page);
	const pieces = sequence.given.filter(({ role, submission }) => role === 'results' && !submission);
	if (pieces.length === 0 || !reading.remote.filter) return;
	const past = await namesOf(main.commit.oid, reading, pull === undefined ? undefined : pulls);
	if (!past) return;
	const origins = pieces.map(({ id, path }) => ({ id, path, ...broughtBy(path.slice(FOLDER.length + 1), main.commit.oid, past) }));
	const merged = origins.flatMap(({ id, number }): readonly Merged[] => {
		const url = number && pull && filled(pull, { number: `${number}` });
		return number ? [{ evidence: id, number, ...(url && { url }) }] : [];
	});
	if (merged.length > 0) yield { type: 'merged', merged };
	const touched = origins.flatMap(({ id, path, commit }) =>
		commit && past.commits.get(commit)?.signed ? [{ evidence: id, path, commit }] : [],
	);
	if (touched.length === 0) return;
	const objects = touched.flatMap(({ path, commit }) => follow(commit, path, (oid) => reading.objects.get(oid)).objects);
	yield { type: 'objects', objects: [...new Set(objects)] };
	yield { type: 'touched', touched: touched.map(({ evidence, commit }) => ({ evidence, commit })) };
}

interface PastNames {
	readonly commits: ReadonlyMap<Oid, Commit>;
	/** Missing: not read. */
	readonly names: ReadonlyMap<Oid, Names>;
	/** Numbers that are known to be pull requests; absent where the host has none. */
	readonly pulls: ReadonlySet<number> | undefined;
}

async function namesOf(start: Oid, reading: Reading, pulls: ReadonlySet<number> | undefined): Promise<PastNames | undefined> {
	const commits = await commitsBefore(start, reading);
	if (!commits.ok) return undefined;
	// A line of commits without a word of a pull request and without a signature needs no trees.
	const tells = ({ title, message, signed }: Commit) => signed || (pulls && mergedBy(title, message, pulls));
	if (![...commits.value.values()].some(tells)) return undefined;
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

interface Origin {
	/** The pull request that it came by. */
	readonly number?: number | undefined;
	/** The commit that last touched it. */
	readonly commit?: Oid;
}

/** Follows the parent in which the file was the same already; where that is not the first, by a merge, whose message names the pull request. */
function broughtBy(name: string, start: Oid, { commits, names, pulls }: PastNames): Origin {
	let via: number | undefined;
	for (let oid: Oid | undefined = start; oid !== undefined; ) {
		const commit: Commit | undefined = commits.get(oid);
		const blob: Oid | undefined = names.get(oid)?.get(name);
		if (!commit || blob === undefined) return {};
		const { parents }: Commit = commit;
		const same: Oid | undefined = parents.find((parent) => names.get(parent)?.get(name) === blob);
		const merges = pulls && mergedBy(commit.title, commit.message, pulls);
		if (same === undefined) return parents.every((parent) => names.has(parent)) ? { number: via ?? merges, commit: oid } : {};
		if (same !== parents[0]) via = merges ?? via;
		oid = same;
	}
	return {};
}
