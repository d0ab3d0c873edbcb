import type { Reason } from '../trust/signature/verdict.ts';
import type { Words } from './words.ts';

/** Longest text of a token or a file in a sentence, in characters. */
const LONGEST = 80;

/** Why a signature has its state, in words. */
export function reasonText(words: Words, { code, params }: Reason): string {
	const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, told(words, name, value)]));
	return words.code('reason', code, shown);
}

function told(words: Words, name: string, value: string | number): string | number {
	if (name === 'claim') return words.code('claim', String(value));
	if (name === 'part') return words.code('jws_part', String(value));
	if (name === 'from' || name === 'until' || name === 'at') return moment(words, value);
	if (name === 'commit' || name === 'revision' || name === 'now') return String(value).slice(0, 12);
	return typeof value === 'number' ? value : value.slice(0, LONGEST);
}

/** ms since 1970, or text as a key list has it. */
const moment = (words: Words, value: string | number): string =>
	words.date(typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : value.slice(0, 30));
