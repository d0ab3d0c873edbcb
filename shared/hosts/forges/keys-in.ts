import { LONGEST_KEY, MOST_KEYS } from '../commit-word.ts';
import { fieldsOf, listOf, textOf } from '../fields.ts';

/** `[{ "key": "ssh-ed25519 …" }]` */
export const keysIn = (value: unknown): readonly string[] =>
	listOf(value)
		.slice(0, MOST_KEYS)
		.flatMap((item) => textOf(fieldsOf(item).key, LONGEST_KEY) ?? []);
