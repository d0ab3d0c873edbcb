import { readYaml } from '../yaml/read-yaml.ts';
import { json, type YamlSequence } from '../yaml/tree.ts';

/** Why an entry cannot be cut out of its file. Words: `patch_refused_<code>` in the catalogue. */
export type NoLines =
	/** It stands in the front matter of a README, which is no list of entries. */
	| 'card'
	/** The file is not whole YAML, no list, or more than is read. */
	| 'broken'
	/** The entries stand in brackets, or several on one line. */
	| 'flow'
	/** Anchors and aliases: another entry may rest on this one. */
	| 'aliases'
	/** Line breaks that git does not count as such. */
	| 'line-breaks'
	/** The rest would not read as it did. */
	| 'cannot-tell';

/** Lines of a file, from 0; `to` is the first that stays. `all`: with this entry the file would be empty. */
export type EntryLines = { readonly from: number; readonly to: number } | { readonly all: true } | { readonly refused: NoLines };

/** What leaves open which entries there are, or where. */
const BROKEN: ReadonlySet<string> = new Set(['yaml-syntax', 'yaml-multiple-documents', 'too-large', 'encoding']);
const ALIASES: ReadonlySet<string> = new Set(['yaml-alias', 'yaml-merge-key']);
const MARKER = /^(?:---|\.\.\.)(?:\s|$)/;

/**
 * The lines of the entry at that position: from its dash to before the next one's. Comments between two entries belong to the later one
 * and go with it; those above the first belong to the file and stay. `lines` are the file's, with their line feeds.
 */
export function entryLines(bytes: Uint8Array, lines: readonly string[], index: number): EntryLines {
	const { root, issues } = readYaml(bytes);
	if (root?.kind !== 'sequence' || !root.items[index] || issues.some(({ code }) => BROKEN.has(code))) return { refused: 'broken' };
	if (root.items.length === 1) return { all: true };
	if (issues.some(({ code }) => ALIASES.has(code))) return { refused: 'aliases' };
	if (lines.some((line) => /\r(?!\n|$)/.test(line))) return { refused: 'line-breaks' };
	const dashes = dashLines(root, lines);
	if (dashes.length !== root.items.length) return { refused: 'flow' };
	const beginning = (item: number): number => (item === 0 ? dashes[0]! : commentsAbove(lines, dashes[item]!, root.column - 1));
	const from = beginning(index);
	const to = index + 1 < dashes.length ? beginning(index + 1) : endOfLast(lines, dashes[index]!, root.column - 1);
	return staysTheSame(root, lines, index, from, to) ? { from, to } : { refused: 'cannot-tell' };
}

/** Lines with a dash in the list's own column: what is inside of an entry stands further in (YAML 1.2.2, 8.2.1). */
function dashLines(root: YamlSequence, lines: readonly string[]): readonly number[] {
	const dash = new RegExp(`^ {${root.column - 1}}-(?:\\s|$)`);
	return [...lines.keys()].filter((at) => at >= root.line - 1 && dash.test(bare(lines[at]!)));
}

/** Only blank lines and comments no further in than the dashes: a `#` further in may stand in a text. */
function isBetween(line: string, margin: number): boolean {
	const text = bare(line).trim();
	return text === '' || (text.startsWith('#') && bare(line).indexOf('#') <= margin);
}

/** The first comment line above a dash that is its own. Blank lines before that end the entry before. */
function commentsAbove(lines: readonly string[], dash: number, margin: number): number {
	let first = dash;
	for (let at = dash - 1; at >= 0 && isBetween(lines[at]!, margin); at--) if (bare(lines[at]!).trim() !== '') first = at;
	return first;
}

/** Comments after the last entry are nobody's and stay, and so does the mark that ends a document. */
function endOfLast(lines: readonly string[], dash: number, margin: number): number {
	const marker = lines.findIndex((line, at) => at > dash && MARKER.test(line));
	const end = marker < 0 ? lines.length : marker;
	return commentsAbove(lines, end, margin);
}

/** What is left still says what it said: the last word on where an entry ends has the reader. */
function staysTheSame(root: YamlSequence, lines: readonly string[], index: number, from: number, to: number): boolean {
	const left = readYaml(new TextEncoder().encode([...lines.slice(0, from), ...lines.slice(to)].join(''))).root;
	const expected = root.items.filter((_, at) => at !== index).map(json);
	return left?.kind === 'sequence' && JSON.stringify(json(left)) === JSON.stringify(expected);
}

/** A byte order mark before the first line is no part of it. */
const bare = (line: string): string => line.replace(/^\uFEFF/, '');
