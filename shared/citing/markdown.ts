import type { Format } from './format.ts';
import { oneLine } from './one-line.ts';

/** What would end an address in angle brackets, or begin something else there (CommonMark 0.31, 6.3). */
const NOT_IN_ADDRESS = /[\\`<>()[\]{}|*"'^\s]/g;
const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * CommonMark. Text of a file stands in a code span (6.1): there is no markup in one, and hosts look there neither for names to notify
 * (`@name`) nor for numbers and addresses to link, which no backslash prevents.
 */
export const markdown: Format = {
	own: (text) => text.replace(/[\\`*_[\]<>#~|&!]/g, '\\$&'),
	foreign: code,
	link: (label, url) => (url === undefined ? label : `[${label}](<${url.replace(NOT_IN_ADDRESS, percent)}>)`),
	strong: (text) => `**${text}**`,
};

/** A code span is closed by as many backticks as opened it: by more than stand together in the text. */
function code(text: string): string {
	const line = oneLine(text);
	if (line === '') return '“”';
	const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
	const fence = '`'.repeat(longest + 1);
	return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}
