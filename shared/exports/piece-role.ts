import type { ExportedEvidence } from './bundle.ts';

export type Role = 'results' | 'benchmark' | 'card';

/** As what the file at this path of a commit is read; `undefined` for all others. */
export function pathRole(path: string): Role | undefined {
	if (path === 'eval.yaml') return 'benchmark';
	if (path === 'README.md') return 'card';
	return /^\.eval_results\/.+\.ya?ml$/is.test(path) ? 'results' : undefined;
}

/** As what a piece of an export says that it is read; `undefined` for a role that a newer version added. */
export function readAs({ role, path }: Pick<ExportedEvidence, 'role' | 'path'>): Role | undefined {
	if (role === undefined) return path.split('/').at(-1) === 'eval.yaml' ? 'benchmark' : 'results';
	return role === 'results' || role === 'benchmark' || role === 'card' ? role : undefined;
}
