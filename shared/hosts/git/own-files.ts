import type { Oid } from '../../git/oid.ts';
import type { BaseFile } from '../evidence.ts';
import { type Reading, type ResultFile, resultFiles, type Snapshot } from './snapshot.ts';

export interface OwnFile extends ResultFile {
	/** Versions of the file that the pull request started from. */
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
 * although nobody touched anything. Each comes with the versions before: of the same path, or, for a new path, of the files that went away
 * (a file that was renamed and edited).
 */
export function ownFiles(pull: Snapshot, main: Snapshot, bases: readonly Snapshot[], reading: Reading): readonly OwnFile[] {
	const inherited = new Set(bases.flatMap((base) => [...blobsOf(base, reading)]));
	const own = changedFiles(pull, main, reading).filter(({ blob }) => !inherited.has(blob));
	const kept = new Set(resultFiles(pull, reading).files.map(({ path }) => path));
	const before = [main, ...bases].flatMap((snapshot) => resultFiles(snapshot, reading).files);
	return own.map((file) => {
		const same = before.filter(({ path }) => path === file.path);
		const versions = same.length > 0 ? same : before.filter(({ path }) => !kept.has(path));
		return { ...file, base: [...new Set(versions.map(({ blob }) => blob))].flatMap((blob) => baseFile(blob, reading) ?? []) };
	});
}

const blobsOf = (snapshot: Snapshot, reading: Reading): ReadonlySet<Oid> =>
	new Set(resultFiles(snapshot, reading).files.map(({ blob }) => blob));

function baseFile(blob: Oid, { objects }: Reading): BaseFile | undefined {
	const object = objects.get(blob);
	return object?.type === 'blob' ? { blob, bytes: object.bytes } : undefined;
}
