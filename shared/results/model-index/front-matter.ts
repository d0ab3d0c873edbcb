/** A card's front matter is metadata written by people; more than this is none. */
const LONGEST = 512 * 1024;

/**
 * The YAML between a first line `---` and the next (hub-docs `model-cards.md`), preceded by an empty line so that everything keeps its
 * line of the README. `undefined` where the README has none.
 */
export function frontMatter(bytes: Uint8Array): Uint8Array | undefined {
	const text = new TextDecoder().decode(bytes.subarray(0, LONGEST));
	const begin = /^---[ \t]*\r?\n/.exec(text)?.[0];
	if (begin === undefined) return undefined;
	const rest = text.slice(begin.length);
	const end = /^---[ \t]*\r?$/m.exec(rest)?.index;
	return end === undefined ? undefined : new TextEncoder().encode(`\n${rest.slice(0, end)}`);
}
