import type { KeyRefusal } from '../trust/keys/candidate.ts';
import { MODELS_WITH_KNOWN_TOKENS } from '../trust/keys/known-answers.ts';
import type { Obstacle } from '../trust/keys/obstacle.ts';
import type { ReadKeyList } from '../trust/keys/read-key-list.ts';
import type { Words } from './words.ts';

/** Why a key is not taken, in words. */
export const keyRefusalText = (words: Words, { code, params }: KeyRefusal): string =>
	words.code('key_refused', code, {
		...params,
		...(params.fault !== undefined && { fault: words.code('key_fault', String(params.fault)) }),
	});

/** Characters of a text from a list, and of a file's name. */
const LONGEST = 100;

/** Why a list of keys is not taken, in words. `name`: of the file. */
export function listRefusalText(words: Words, { code, params }: Extract<ReadKeyList, { ok: false }>, name: string): string {
	if (code === 'secret-key') return words('key_refused_secret_key');
	const shown = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value.slice(0, LONGEST)]));
	return words.code('key_list_refused', code, { ...shown, name: name.slice(0, LONGEST) });
}

/** Why a key is not taken, and what can be done. */
export const obstacleText = (words: Words, code: Obstacle): string =>
	words.code('key_refused', code, { models: MODELS_WITH_KNOWN_TOKENS.join(', ') });
