import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExitCode } from '../../../cli/exit-code.ts';
import { nodePorts } from '../../../cli/ports.ts';
import { run } from '../../../cli/run.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

export const say = words(bundled, 'en');

export interface Ran {
	readonly code: ExitCode;
	readonly out: string;
	readonly err: string;
}

/** 21 September 2026, in ms since 1970. */
export const NOW = 1_790_000_000_000;

/** A folder of its own with these files, and the command line run in it. */
export function workplace(files: Readonly<Record<string, string | Uint8Array>> = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'evalmark-cli-'));
	const write = (name: string, content: string | Uint8Array) => {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	};
	for (const [name, content] of Object.entries(files)) write(name, content);
	const settings = memoryStore();
	const withInput = async (input: string, ...argv: string[]): Promise<Ran> => {
		const out: string[] = [];
		const err: string[] = [];
		const code = await run(argv, {
			words: say,
			out: (text) => void out.push(text),
			err: (text) => void err.push(text),
			input: async (limit) => (input.length > limit ? undefined : new TextEncoder().encode(input)),
			colour: false,
			folder,
			ports: () => nodePorts(memoryStore()),
			settings,
			random: randomBytes,
			now: () => NOW,
			version: '0.1.0',
			signal: new AbortController().signal,
		});
		return { code, out: out.join(''), err: err.join('') };
	};
	const evalmark = (...argv: string[]) => withInput('', ...argv);
	return { folder, write, evalmark, withInput, settings, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
