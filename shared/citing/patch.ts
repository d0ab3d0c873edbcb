import { hashObject } from '../git/hash-object.ts';
import type { Evidence } from '../hosts/evidence.ts';
import type { Words } from '../messages/words.ts';
import type { Ports } from '../ports.ts';
import type { EvalResult } from '../results/result.ts';
import { entryLines, type NoLines } from './entry-lines.ts';
import { gitPath } from './git-path.ts';
import { mail } from './mail.ts';
import { oneLine } from './one-line.ts';
import { removalDiff } from './removal-diff.ts';

/** Who a patch is from until somebody puts a name there: an address that reaches nobody (RFC 2606). */
export const PLACEHOLDER_AUTHOR = 'Evalmark user <user@localhost.invalid>';

export interface PatchOptions {
	/** Ms since 1970. */
	readonly at: number;
	/** `Name <address>`; `git am` takes it as the author of the commit. */
	readonly author: string;
	readonly words: Words;
	readonly digest: Ports['digest'];
}

export type Patch = { readonly text: string } | { readonly refused: NoLines };

/**
 * A mail for `git am` that takes one entry out of its file, or the file away where it has no other. `bytes` are the file's, `evidence` says
 * where it stood. Refuses where the entry's lines cannot be told.
 */
export async function patch(
	bytes: Uint8Array,
	result: Pick<EvalResult, 'index' | 'kind'>,
	{ path, commit, blob }: Pick<Evidence, 'path' | 'commit' | 'blob'>,
	{ at, author, words, digest }: PatchOptions,
): Promise<Patch> {
	if (result.kind !== 'eval-results') return { refused: 'card' };
	const text = decoded(bytes);
	// Git takes a file with a zero byte for binary.
	if (text === undefined || text.includes('\0')) return { refused: 'broken' };
	const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	const found = entryLines(bytes, lines, result.index);
	if ('refused' in found) return found;
	const { from, to } = 'all' in found ? { from: 0, to: lines.length } : found;
	const left = new TextEncoder().encode([...lines.slice(0, from), ...lines.slice(to)].join(''));
	const blobAfter = await hashObject('blob', left, digest, blob.length === 40 ? 'sha1' : 'sha256');
	const name = gitPath(path);
	return {
		text: mail({
			author,
			at,
			subject: words('patch_subject', { path: oneLine(name, 120) }),
			message: words('patch_message', { commit }),
			diff: removalDiff({ path, lines, from, to, blob, blobAfter }),
		}),
	};
}

/** The whole text, byte order mark included, `undefined` where it is no UTF-8: a mail could not carry it unchanged. */
function decoded(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
