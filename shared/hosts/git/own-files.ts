import type { Oid } from '../../git/oid.ts';
import type { BaseFile } from '../evidence.ts';
import type { DatasetsOf } from '../host.ts';
import { type Reading, type ResultFile, resultFiles, type Snapshot } from './snapshot.ts';

export interface OwnFile extends ResultFile {
	/** Result files that the pull request started from, and those of the default branch now. */
	readonly base: readonly BaseFile[];
}

/** Result files of a pull request that do not stand on the default branch now: the only ones that can be its own. */
export function changedFiles(pull: Snapshot, main: Snapshot, reading: Reading): readonly ResultFile[] {
	if (pull.results === main.results) return [];
	const standing = blobsOf(main, reading);
	return resultFiles(pull, reading).files.filter(({ blob }) => !standing.has(blob));
}

/**
 * Of the changed files, those that the pull request brought itself: a branch cut from an old default branch differs from today's
 * although nobody touched anything. Each comes with every version before that its entries may have been taken from: those of the same
 * path first, then all other result files that speak of one of its datasets, since entries are moved and copied from file to file.
 */
export function ownFiles(
	pull: Snapshot,
	main: Snapshot,
	bases: readonly Snapshot[],
	reading: Reading,
	datasetsIn: DatasetsIn,
): readonly OwnFile[] {
	const inherited = new Set(bases.flatMap((base) => [...blobsOf(base, reading)]));
	const own = changedFiles(pull, main, reading).filter(({ blob }) => !inherited.has(blob));
	const before = own.length === 0 ? [] : [main, ...bases].flatMap((snapshot) => resultFiles(snapshot, reading).files);
	return own.map((file) => {
		const same = before.filter(({ path }) => path === file.path);
		const datasets = datasetsIn(file.blob);
		const others = before.filter(({ blob }) => [...datasetsIn(blob)].some((id) => datasets.has(id)));
		const versions = new Set([...same, ...others].map(({ blob }) => blob));
		return { ...file, base: [...versions].flatMap((blob) => baseFile(blob, reading) ?? []) };
	});
}

/** Dataset ids that a result file names, by its blob. */
export type DatasetsIn = (blob: Oid) => ReadonlySet<string>;

/** Reads each file once, however many pull requests ask. */
export function datasetsIn({ objects }: Reading, datasetsOf: DatasetsOf): DatasetsIn {
	const known = new Map<Oid, ReadonlySet<string>>();
	return (blob) => {
		const object = objects.get(blob);
		const ids = known.get(blob) ?? new Set(object?.type === 'blob' ? datasetsOf(object.bytes).map(({ id }) => id) : []);
		known.set(blob, ids);
		return ids;
	};
}

const blobsOf = (snapshot: Snapshot, reading: Reading): ReadonlySet<Oid> =>
	new Set(resultFiles(snapshot, reading).files.map(({ blob }) => blob));

function baseFile(blob: Oid, { objects }: Reading): BaseFile | undefined {
	const object = objects.get(blob);
	return object?.type === 'blob' ? { blob, bytes: object.bytes } : undefined;
}
