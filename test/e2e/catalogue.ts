import { readFileSync } from 'node:fs';
import { type Params, type Words, words } from '../../shared/messages/words.ts';

// Our own catalogue, checked by its own tests.
const messages = JSON.parse(readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8')) as Record<
	string,
	{ message: string }
>;

/** The words that the browser shows in English, from the one catalogue. */
export const say: Words = words((key) => messages[key]?.message ?? '', 'en-US');

/** A message up to its first placeholder: what can be looked for where the values are not known. */
export const beginning = (key: keyof typeof messages & string, params: Params = {}): string => {
	let text = messages[key]?.message ?? '';
	for (const [name, value] of Object.entries(params)) text = text.replaceAll(`{${name}}`, String(value));
	if (text === '') throw new Error(`the catalogue has no ${key}`);
	return text.split('{')[0] ?? '';
};
