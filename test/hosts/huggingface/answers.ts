import { execFileSync } from 'node:child_process';
import { load } from 'js-yaml';
import { fileAt } from '../hub-git.ts';
import type { HubRepository as Made } from '../repositories.ts';
import type { HubRepository } from './demo.ts';

/** A repository as the emulated Hub serves it. */
export interface Served extends Omit<HubRepository, 'repository'> {
	readonly made: Made;
}

const git = (made: Made, ...args: string[]): string =>
	execFileSync('git', ['-C', made.directory, ...args], {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1' },
	});

/** The Hub's name of a revision as git's here; `undefined` for one that is not there. */
export function commitOf(made: Made, revision: string): string | undefined {
	const ref = revision.replace(/^refs\/pr\/(\d+)$/, 'refs/pull/$1/head');
	if (!/^[\w./-]+$/.test(ref) || ref.startsWith('-')) return undefined;
	try {
		return git(made, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`).trim();
	} catch {
		return undefined;
	}
}

export interface ListedFile {
	readonly type: 'file' | 'directory';
	readonly oid: string;
	readonly size: number;
	readonly path: string;
}

/** Files below a folder; `undefined` where there is no such folder. */
export const treeOf = (made: Made, commit: string, folder: string): readonly ListedFile[] | undefined =>
	listed(made, '-r', '-l', '-z', commit, '--', `${folder}/`);

/** What stands right in the repository, folders as a whole. */
export const rootOf = (made: Made, commit: string): readonly ListedFile[] | undefined => listed(made, '-l', '-z', commit);

function listed(made: Made, ...args: readonly string[]): readonly ListedFile[] | undefined {
	const rows = git(made, 'ls-tree', ...args)
		.split('\0')
		.filter(Boolean)
		.map((line): ListedFile => {
			const [meta = '', path = ''] = line.split('\t');
			const [, kind, oid = '', size = '0'] = meta.split(/ +/);
			return { type: kind === 'tree' ? 'directory' : 'file', oid, size: Number(size) || 0, path };
		});
	return rows.length === 0 ? undefined : rows;
}

/** What the Hub makes of one result file: a row for each entry, or one row with why it shows none of it (the texts are those of zod). */
function rowsOf(made: Made, commit: string, path: string, verified: boolean, pullRequest?: number): readonly object[] {
	const at = { filename: path, ...(pullRequest !== undefined && { pullRequest }) };
	const entries: unknown = load(fileAt(made.directory, commit, path)?.toString() ?? '');
	if (!Array.isArray(entries)) return [{ ...at, error: '✖ Invalid input: expected array, received object' }];
	for (const [index, entry] of entries.entries()) {
		if (entry?.source?.url === null)
			return [{ ...at, error: `✖ Invalid input: expected string, received null\n  → at [${index}].source.url` }];
		if (typeof entry?.value !== 'number')
			return [{ ...at, error: `✖ Invalid input: expected number, received ${typeof entry?.value}\n  → at [${index}].value` }];
	}
	return entries.map((data) => ({ ...at, verified, data }));
}

/** `expand[]=evalResults`: the files right in the folder on main, and those that open pull requests change. */
export function evalResults(served: Served): readonly object[] {
	const rows = known.get(served) ?? allRows(served);
	known.set(served, rows);
	return rows;
}

/** The real Hub keeps them; a thousand runs of git would be measured in its stead. */
const known = new WeakMap<Served, readonly object[]>();

function allRows({ made, vouches = [] }: Served): readonly object[] {
	const direct = (path: string) => /^\.eval_results\/[^/]+\.yaml$/.test(path);
	const main = (treeOf(made, made.head, '.eval_results') ?? []).filter(({ path }) => direct(path));
	const rows = main.flatMap(({ path }) => rowsOf(made, made.head, path, vouches.includes(path)));
	for (const { number, state } of made.pulls) {
		if (state !== 'open') continue;
		const changed = git(made, 'diff', '--name-only', '-z', `main...refs/pull/${number}/head`).split('\0');
		const commit = made.pullHeads.get(number) ?? '';
		rows.push(...changed.filter(direct).flatMap((path) => rowsOf(made, commit, path, false, number)));
	}
	return rows;
}

/** `expand[]=model-index`: as the card says it, with the Hub's own `verified` on each metric. */
export function modelIndex({ made }: Served): unknown {
	const text = fileAt(made.directory, made.head, 'README.md')?.toString() ?? '';
	const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
	// The card is our own fixture.
	const card = (front === undefined ? {} : load(front)) as { 'model-index'?: { results: { metrics: object[] }[] }[] };
	return card['model-index']?.map((model) => ({
		...model,
		results: model.results.map((result) => ({ ...result, metrics: result.metrics.map((metric) => ({ ...metric, verified: false })) })),
	}));
}

export const commitsOf = (made: Made): readonly object[] =>
	git(made, 'log', '--format=%H%x00%s%x00%cI', 'main')
		.trim()
		.split('\n')
		.map((line) => {
			const [id, title, date] = line.split('\0');
			return { id, title, message: '', authors: [], date };
		});
