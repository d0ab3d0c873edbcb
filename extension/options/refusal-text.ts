import type { Words } from '../../shared/messages/words.ts';
import type { KeyRefusal } from '../../shared/trust/keys/candidate.ts';
import type { Offer } from '../../shared/trust/keys/offer.ts';
import type { ReadKeyList } from '../../shared/trust/keys/read-key-list.ts';

/** Longest text of a list that is shown, in characters. */
const LONGEST = 100;

/** Why a key is not taken, in words. */
export function refusalText(words: Words, { code, params }: KeyRefusal): string {
	const fault = params.fault === undefined ? '' : words.code('key_fault', String(params.fault));
	return words.code('key_refused', code, { ...params, fault });
}

/** Why a list is not taken, in words. `name`: of the file. */
export function listRefusalText(words: Words, { code, params }: Extract<ReadKeyList, { ok: false }>, name: string): string {
	const shown = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value.slice(0, LONGEST)]));
	return `${words('key_list_not_taken', { name })} ${words.code('key_list_refused', code, shown)}`;
}

/** Why nothing of an offer is taken, in words. */
export const offerRefusalText = (words: Words, offer: Extract<Offer, { kind: 'no-keys' | 'no-list' }>): string =>
	offer.kind === 'no-keys' ? refusalText(words, offer.refusal) : listRefusalText(words, offer.refusal, words('key_list_pasted'));
