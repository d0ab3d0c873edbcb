import { type Place, pair, type YamlNode, type YamlScalar } from '../../yaml/tree.ts';
import type { SigningRefusal } from './refusal.ts';

/** A text and where its lines begin, as `shared/yaml/places.ts` counts them. */
export interface Lines {
	readonly text: string;
	readonly starts: readonly number[];
}

/** What is put in the place of the characters from `from` to before `to`. */
export interface TokenEdit {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

export type NoEdit = { readonly refused: Extract<SigningRefusal['code'], 'flow' | 'value-lines' | 'token-not-text' | 'token-lines'> };

const NAME = 'verifyToken';
const BREAK = /\r\n|\n|\r/;
/** What may stand before the name of a field: the entry's own dash, and else only the indentation of a block mapping (YAML 1.2.2, 8.2.2). */
const INDENTED = /^ *(?:- +)?$/;

/**
 * Puts a token into one entry of a list in block style: in the place of the one that it has, else on a line of its own after that of its
 * value. Nothing else of the text changes.
 */
export function tokenEdit(entry: YamlNode, token: string, lines: Lines): TokenEdit | NoEdit {
	if (isFlow(entry, lines)) return { refused: 'flow' };
	const before = pair(entry, NAME);
	return before ? inPlace(before.key, before.value, token, lines) : afterValue(entry, token, lines);
}

/** In brackets (YAML 1.2.2, 7.4). */
export const isFlow = (node: YamlNode, lines: Lines): boolean => '{['.includes(lines.text[offset(node, lines)] ?? ' ');

const offset = ({ line, column }: Place, { starts }: Lines): number => (starts[line - 1] ?? 0) + column - 1;

function inPlace(key: YamlScalar, value: YamlNode, token: string, lines: Lines): TokenEdit | NoEdit {
	if (value.kind !== 'scalar') return { refused: 'token-not-text' };
	if (value.style === 'block') return { refused: 'token-lines' };
	if (value.raw !== '') {
		const from = offset(value, lines);
		return { from, to: from + value.raw.length, text: token };
	}
	const end = offset(key, lines) + key.raw.length;
	const colon = /^[ \t]*:(?=\s|$)/.exec(lines.text.slice(end))?.[0];
	return colon === undefined ? { refused: 'token-lines' } : { from: end + colon.length, to: end + colon.length, text: ` ${token}` };
}

function afterValue(entry: YamlNode, token: string, lines: Lines): TokenEdit | NoEdit {
	const { text, starts } = lines;
	const found = pair(entry, 'value');
	if (found?.value.kind !== 'scalar') return { refused: 'value-lines' };
	const { key, value } = found;
	if (!INDENTED.test(text.slice(starts[key.line - 1], offset(key, lines)))) return { refused: 'flow' };
	const end = starts[value.line] ?? text.length;
	const rest = text.slice(offset(value, lines) + value.raw.length, end);
	const isOneLine = key.line === value.line && value.style !== 'block' && !BREAK.test(value.raw);
	if (!isOneLine || !/^[ \t]*(?:[ \t]#[^\r\n]*)?[\r\n]*$/.test(rest)) return { refused: 'value-lines' };
	const line = `${' '.repeat(key.column - 1)}${NAME}: ${token}`;
	const ending = BREAK.exec(rest)?.[0];
	// The last line of a file without a line break at its end: the new last line has none either.
	return { from: end, to: end, text: ending === undefined ? `${lastBreak(text)}${line}` : `${line}${ending}` };
}

const lastBreak = (text: string): string => [...text.matchAll(new RegExp(BREAK, 'g'))].at(-1)?.[0] ?? '\n';
