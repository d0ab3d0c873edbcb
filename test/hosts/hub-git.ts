import { spawnSync } from 'node:child_process';

/** One row of a file list. */
export interface Row {
	readonly type: 'blob' | 'tree' | 'commit';
	readonly name: string;
}

const run = (directory: string, args: readonly string[]): Buffer | undefined => {
	const child = spawnSync('git', ['-C', directory, ...args], {
		env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1' },
		maxBuffer: 1 << 26,
	});
	return child.status === 0 ? child.stdout : undefined;
};

const isRef = (ref: string) => /^[\w./-]+$/.test(ref) && !ref.startsWith('-') && !ref.includes('..');

/** Bytes of a file at a ref or commit, `undefined` where there is none. */
export const fileAt = (directory: string, ref: string, path: string): Buffer | undefined =>
	isRef(ref) ? run(directory, ['cat-file', 'blob', `${ref}:${path}`]) : undefined;

/** Files and folders right below `path`, folders first. `undefined` where there is no such folder. */
export function folderAt(directory: string, ref: string, path: string): readonly Row[] | undefined {
	const out = isRef(ref) ? run(directory, ['ls-tree', '-z', path === '' ? ref : `${ref}:${path}`]) : undefined;
	const rows = out
		?.toString()
		.split('\0')
		.filter(Boolean)
		.map((line) => {
			const type = line.split(' ')[1];
			return { type: type === 'tree' || type === 'commit' ? type : 'blob', name: line.slice(line.indexOf('\t') + 1) } as const;
		});
	return rows?.sort((a, b) => Number(b.type === 'tree') - Number(a.type === 'tree'));
}

/** Paths that a pull request changes against where it branched off. */
export const changedBy = (directory: string, number: number): readonly string[] =>
	(run(directory, ['diff', '--name-only', '-z', `main...refs/pull/${number}/head`]) ?? Buffer.alloc(0))
		.toString()
		.split('\0')
		.filter(Boolean);
