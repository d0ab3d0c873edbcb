import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Patch, PLACEHOLDER_AUTHOR, patch } from '../../../shared/citing/patch.ts';
import type { Oid } from '../../../shared/git/oid.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { Ports } from '../../../shared/ports.ts';
import { readResults } from '../../../shared/results/read-results.ts';
import { git } from '../git/repositories.ts';

export const AT = Date.UTC(2026, 3, 5, 14, 40);

export const digest: Ports['digest'] = async (algorithm, bytes) =>
	new Uint8Array(createHash(algorithm.toLowerCase().replace('-', '')).update(bytes).digest());

/** What a reader finds in a file, entry by entry. */
export const found = (bytes: Uint8Array) =>
	readResults(bytes, { evidence: 'e', tasksOf: () => undefined }).results.map(({ dataset, valueText, notes, date }) => ({
		...dataset,
		valueText,
		notes,
		date,
	}));

export interface Applied {
	readonly patch: Patch;
	/** The file after `git am`, absent where it is gone or there was no patch. */
	readonly after?: Buffer;
	/** Runs git in the repository that the patch went into. */
	readonly git: (...args: string[]) => string;
}

/** A real repository with this one file, in which the patch for that entry goes through a real `git am`. */
export async function applied<T>(text: string | Uint8Array, index: number, path: string, look: (applied: Applied) => T): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'evalmark-am-'));
	const run = (...args: string[]) => git(folder, ...args);
	try {
		run('init', '-q', '-b', 'main');
		run('config', 'core.autocrlf', 'false');
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		writeFileSync(join(folder, 'README.md'), '# Kestrel\n');
		run('add', '-A');
		run('commit', '-qm', 'Results');
		const place = { path, commit: run('rev-parse', 'HEAD') as Oid, blob: run('rev-parse', `HEAD:${path}`) as Oid }; // git's own ids
		const made = await patch(new Uint8Array(readFileSync(file)), { index, kind: 'eval-results' }, place, {
			at: AT,
			author: PLACEHOLDER_AUTHOR,
			words: words(bundled, 'en'),
			digest,
		});
		if ('text' in made) {
			writeFileSync(join(folder, '.git/score.patch'), made.text);
			run('am', '-q', '.git/score.patch');
		}
		return look({ patch: made, git: run, ...('text' in made && existsSync(file) ? { after: readFileSync(file) } : {}) });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
