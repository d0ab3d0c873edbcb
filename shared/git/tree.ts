import { type Oid, oidOfBytes } from './oid.ts';

type TreeEntryKind = 'tree' | 'file' | 'symlink' | 'submodule';

export interface TreeEntry {
	/** As written, octal: `100644`, `100755`, `40000`, `120000`, `160000`. */
	readonly mode: string;
	readonly kind: TreeEntryKind;
	/** Read as UTF-8; every byte that is none stands as U+FFFD. Text to show: nothing says that it can be a file name. */
	readonly name: string;
	readonly oid: Oid;
}

// By the file type bits of the mode, as git's `S_ISREG` and so on: very old trees hold 100664.
const KINDS: readonly (readonly [RegExp, TreeEntryKind])[] = [
	[/^0?40000$/, 'tree'],
	[/^100[0-7]{3}$/, 'file'],
	[/^120000$/, 'symlink'],
	[/^160000$/, 'submodule'],
];

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The entries of a tree whose oids have that many bytes, in its order; `undefined` for bytes that are no tree. */
export function parseTree(bytes: Uint8Array, length: 20 | 32): readonly TreeEntry[] | undefined {
	const entries: TreeEntry[] = [];
	let at = 0;
	while (at < bytes.length) {
		const space = bytes.indexOf(0x20, at);
		const zero = bytes.indexOf(0, at);
		const end = zero + 1 + length;
		if (space === -1 || zero === -1 || zero <= space + 1 || end > bytes.length) return undefined;
		const mode = utf8.decode(bytes.subarray(at, space));
		const kind = KINDS.find(([form]) => form.test(mode))?.[1];
		if (kind === undefined) return undefined;
		const name = utf8.decode(bytes.subarray(space + 1, zero));
		entries.push({ mode, kind, name, oid: oidOfBytes(bytes.subarray(zero + 1, end)) });
		at = end;
	}
	return entries;
}
