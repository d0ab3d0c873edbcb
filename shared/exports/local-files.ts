import { hashObject } from '../git/hash-object.ts';
import { type CollectStep, evidenceId } from '../hosts/evidence.ts';
import { LOCAL_ORIGIN, repositoryId } from '../hosts/repo-page.ts';
import type { Ports } from '../ports.ts';
import { NO_COMMIT } from './bundle.ts';
import type { Role } from './piece-role.ts';

/** A file from a disk: its path in the folder that was opened, with `/`. */
export interface LocalFile {
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** What a file in an opened folder is to Evalmark, by its path alone; `undefined` for all others. */
export function roleOf(path: string): Role | undefined {
	const parts = path.split('/');
	const name = parts.at(-1) ?? '';
	if (parts.at(-2) === '.eval_results' && /\.ya?ml$/i.test(name)) return 'results';
	return name === 'eval.yaml' ? 'benchmark' : undefined;
}

/** Files of one checkout, by their paths in it. */
export interface Checkout {
	/** Folders that lead to it, empty for the opened folder itself. */
	readonly name: string;
	readonly files: readonly LocalFile[];
}

/** The files that Evalmark reads, by the checkout that they stand in, so that a folder of many models shows each on its own. */
export function checkouts(files: readonly LocalFile[]): readonly Checkout[] {
	const found = new Map<string, LocalFile[]>();
	for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
		const role = roleOf(path);
		if (!role) continue;
		const parts = path.split('/');
		const own = parts.splice(role === 'results' ? -2 : -1);
		const name = parts.join('/');
		const group = found.get(name) ?? [];
		found.set(name, group);
		group.push({ path: own.join('/'), bytes });
	}
	return [...found].map(([name, own]) => ({ name, files: own }));
}

/**
 * Collect steps for files from a disk, so that they are read and drawn like those of a page. No commit is known for them:
 * their blobs are hashed, but nothing shows where they stood. `name` is what the folder is called; an `eval.yaml` counts as
 * the definition of the dataset of that name. `role` decides for a single file whose path says nothing.
 */
export async function localSteps(
	name: string,
	files: readonly LocalFile[],
	at: number,
	digest: Ports['digest'],
	role: (path: string) => Role | undefined = roleOf,
): Promise<readonly CollectStep[]> {
	const repository = repositoryId({ origin: LOCAL_ORIGIN, path: name });
	const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
	const steps: CollectStep[] = [
		{ type: 'repository', repository: { id: repository, host: 'git', origin: LOCAL_ORIGIN, path: name, kind: 'unknown', url: '' } },
	];
	for (const { path, bytes } of sorted) {
		const kind = role(path);
		if (!kind) continue;
		steps.push({
			type: 'evidence',
			evidence: {
				id: evidenceId(repository, NO_COMMIT, path),
				repository,
				role: kind,
				path,
				ref: '',
				commit: NO_COMMIT,
				blob: await hashObject('blob', bytes, digest, 'sha1'),
				bytes,
				...(kind === 'benchmark' ? { dataset: name } : {}),
			},
		});
	}
	return [...steps, { type: 'done', at }];
}
