import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExitCode } from '../../../cli/exit-code.ts';
import { nodePorts } from '../../../cli/ports.ts';
import { run } from '../../../cli/run.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

export interface Ran {
	readonly code: ExitCode;
	readonly out: string;
	readonly err: string;
}

/** A folder of its own with these files, and the command line run in it. */
export function workplace(files: Readonly<Record<string, string | Uint8Array>> = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'evalmark-cli-'));
	const write = (name: string, content: string | Uint8Array) => {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	};
	for (const [name, content] of Object.entries(files)) write(name, content);
	const evalmark = async (...argv: string[]): Promise<Ran> => {
		const out: string[] = [];
		const err: string[] = [];
		const code = await run(argv, {
			words: words(bundled, 'en'),
			out: (text) => void out.push(text),
			err: (text) => void err.push(text),
			colour: false,
			folder,
			ports: () => nodePorts(memoryStore()),
			now: () => 1_790_000_000_000,
			version: '0.1.0',
			signal: new AbortController().signal,
		});
		return { code, out: out.join(''), err: err.join('') };
	};
	return { folder, write, evalmark, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
