import type { Format } from './format.ts';
import { oneLine } from './one-line.ts';

/**
 * What is special to TeX. BibTeX counts braces without regard to a backslash, so that `\{` in one field would swallow the next
 * (Patashnik, "BibTeXing", 1988): braces are written by name. Commands end with `{}`, so that they take no letter that follows.
 */
const SPECIAL: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'<': '\\textless{}',
	'>': '\\textgreater{}',
	'|': '\\textbar{}',
	'"': '\\textquotedbl{}',
	'&': '\\&',
	'%': '\\%',
	$: '\\$',
	'#': '\\#',
	_: '\\_',
};
const escaped = (text: string): string => text.replace(/[\\{}~^<>|"&%$#_]/g, (character) => SPECIAL[character] ?? character);

/** Text for a field of BibTeX in braces. Addresses stand in fields of their own. */
export const bibtex: Format = {
	own: escaped,
	foreign: (text) => escaped(oneLine(text)),
	link: (label) => label,
	strong: (text) => text,
};

/** An entry of that type; fields without a value are left out. Their values are in this format already. */
export function bibtexEntry(key: string, fields: Readonly<Record<string, string | undefined>>): string {
	const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
	return [`@misc{${key},`, ...lines, '}', ''].join('\n');
}

/** An address as the field `url` has it: as it is, since styles print it verbatim, without what would end the field. */
export const bibtexUrl = (url: string): string =>
	url.replace(/[{}\\\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** A key of letters, digits and dashes, which every reader of BibTeX takes. */
export function bibtexKey(...parts: readonly string[]): string {
	const slugs = parts.map((part) =>
		part
			.slice(0, 200)
			.normalize('NFKD')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '')
			.slice(0, 60),
	);
	const key = slugs.filter((slug) => slug !== '').join('-');
	return /^[a-z]/.test(key) ? key : `score-${key}`.replace(/-$/, '');
}
