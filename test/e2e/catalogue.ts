import { readFileSync } from 'node:fs';
import { type Words, words } from '../../shared/messages/words.ts';

// Our own catalogue, checked by its own tests.
const messages = JSON.parse(readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8')) as Record<
	string,
	{ message: string }
>;

/** The words that the browser shows in English, from the one catalogue. */
export const say: Words = words((key) => messages[key]?.message ?? '', 'en-US');
