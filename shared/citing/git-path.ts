const NAMED: Readonly<Record<number, string>> = { 7: 'a', 8: 'b', 9: 't', 10: 'n', 11: 'v', 12: 'f', 13: 'r', 34: '"', 92: '\\' };

/** A path as git writes it in a diff: in quotes, with escapes by byte, where it holds anything but printable ASCII (`core.quotePath`, git-config(1)). */
export function gitPath(path: string): string {
	let quoted = '';
	let plain = true;
	for (const byte of new TextEncoder().encode(path)) {
		const named = NAMED[byte];
		const printable = byte >= 32 && byte < 127 && named === undefined;
		plain &&= printable;
		quoted += printable ? String.fromCharCode(byte) : `\\${named ?? byte.toString(8).padStart(3, '0')}`;
	}
	return plain ? path : `"${quoted}"`;
}

/** The path after `---` or `+++`: a tab ends one that holds a blank, so that no date is looked for in it (git's diff.c). */
export const headerPath = (path: string): string => (path.includes(' ') ? `${gitPath(path)}\t` : gitPath(path));
