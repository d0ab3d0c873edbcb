import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readAtMost } from '../targets/bounded-read.ts';
import type { Target } from '../targets/target.ts';

/** Why a file that was named is not read. */
export type NotRead = Extract<Target, { kind: 'missing' | 'not-a-file' | 'too-large' | 'unreadable' }>;

export type NamedFile =
	| { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array /** Permission bits. */; readonly mode: number }
	| NotRead;

/** The bytes of a file that was named on the command line, up to `limit`. */
export async function namedFile(name: string, folder: string, limit: number): Promise<NamedFile> {
	const path = resolve(folder, name);
	try {
		const found = await stat(path);
		if (!found.isFile()) return { kind: 'not-a-file', name };
		const bytes = found.size > limit ? undefined : await readAtMost(limit, path);
		return bytes ? { kind: 'file', path, bytes, mode: found.mode } : { kind: 'too-large', name, limit };
	} catch (error) {
		const code = faultOf(error);
		return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing', name } : { kind: 'unreadable', name, detail: code };
	}
}

/** The system's own name for what went wrong: nothing of what a file holds stands in it. */
export const faultOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN');
