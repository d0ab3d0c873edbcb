import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fetchPort } from '../../../shared/http/fetch-port.ts';
import type { Ports } from '../../../shared/ports.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

const ENVIRONMENT = {
	PATH: process.env.PATH,
	GIT_CONFIG_NOSYSTEM: '1',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_AUTHOR_NAME: 'Ada Tester',
	GIT_AUTHOR_EMAIL: 'ada@example.org',
	GIT_AUTHOR_DATE: '1750000000 +0200',
	GIT_COMMITTER_NAME: 'Ada Tester',
	GIT_COMMITTER_EMAIL: 'ada@example.org',
	GIT_COMMITTER_DATE: '1750000000 +0200',
};

/** Runs git in a folder and answers with its output, as bytes. */
export const gitBytes = (folder: string, args: readonly string[], input?: string | Uint8Array): Buffer =>
	execFileSync('git', args, {
		cwd: folder,
		env: ENVIRONMENT,
		stdio: ['pipe', 'pipe', 'pipe'],
		maxBuffer: 2 ** 28,
		...(input !== undefined && { input }),
	});

export const git = (folder: string, ...args: string[]): string => gitBytes(folder, args).toString('utf8').trim();

/** A folder for bare repositories that goes away with `remove`. */
export function repositories() {
	const root = mkdtempSync(join(tmpdir(), 'evalmark-git-'));
	return {
		root,
		/** An empty bare repository whose server allows filters. */
		bare(name: string, ...init: string[]): string {
			const folder = join(root, name);
			git(root, 'init', '-q', '--bare', '-b', 'main', ...init, folder);
			git(folder, 'config', 'uploadpack.allowFilter', 'true');
			return folder;
		},
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}

/** Commits these files, and only these, onto `ref`; answers with the commit. */
export function commit(bare: string, ref: string, files: Readonly<Record<string, string>>, parent?: string): string {
	const work = mkdtempSync(join(tmpdir(), 'evalmark-work-'));
	try {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(work, path)), { recursive: true });
			writeFileSync(join(work, path), text);
		}
		const inWork = (...args: string[]) => git(work, `--git-dir=${bare}`, `--work-tree=${work}`, ...args);
		inWork('read-tree', '--empty');
		inWork('add', '-A', '-f', '.');
		const tree = inWork('write-tree');
		const made = inWork('commit-tree', tree, '-m', `Change ${ref}\n\nIn detail.`, ...(parent === undefined ? [] : ['-p', parent]));
		inWork('update-ref', ref, made);
		return made;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

export const digest: Ports['digest'] = async (algorithm, bytes) =>
	new Uint8Array(await crypto.subtle.digest(algorithm, bytes as Uint8Array<ArrayBuffer>));

/** Ports over the real network, with a store of their own. Time does not pass in them unless `clock` is moved. */
export function realPorts(clock = { now: 1_800_000_000_000 }): Ports {
	return {
		fetch: fetchPort(fetch, { credentials: 'omit' }),
		now: () => clock.now,
		// Nothing here is slow enough for a timeout; those are tested with a clock that is moved by hand.
		sleep: (_milliseconds, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
		digest,
		store: memoryStore(),
	};
}
