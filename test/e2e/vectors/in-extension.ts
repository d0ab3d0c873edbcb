import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type * as Judge from '../../unit/trust/judge.ts';
import type { Driver } from '../driver.ts';

const JUDGE = fileURLToPath(new URL('../../unit/trust/judge.ts', import.meta.url));

/** A module as one script that calls itself `judged`, minified like what ships; built now, nothing of it ships. */
export async function judgeScript(entry = JUDGE): Promise<string> {
	const outDir = mkdtempSync(path.join(tmpdir(), 'evalmark-vectors-'));
	try {
		await build({
			configFile: false,
			logLevel: 'error',
			build: { outDir, lib: { entry, formats: ['iife'], name: 'judged', fileName: () => 'judge.js' } },
		});
		return readFileSync(path.join(outDir, 'judge.js'), 'utf8');
	} finally {
		rmSync(outDir, { recursive: true, force: true });
	}
}

type Functions = typeof Judge;
type Answer<N extends keyof Functions> = Awaited<ReturnType<Functions[N]>>;

/**
 * Calls a function of the module in a page of the extension: the origin and the engine that its background has. What travels to the
 * page is a function's text, which here has the whole script in it, because the page's CSP lets none be loaded.
 */
export function inExtension<N extends keyof Functions>(
	driver: Driver,
	script: string,
	name: N,
	...args: Parameters<Functions[N]>
): Promise<Answer<N>> {
	const body = { toString: () => `async (args) => { ${script}\nreturn judged.${name}(...JSON.parse(args)); }` };
	// The driver knows it by its text alone.
	return driver.inExtension<[string], Answer<N>>(body as unknown as (args: string) => Promise<Answer<N>>, JSON.stringify(args));
}
