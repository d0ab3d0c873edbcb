import { keyRefusalText, listRefusalText } from '../../shared/messages/key-refusal-text.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { Offer } from '../../shared/trust/keys/offer.ts';
import type { ReadKeyList } from '../../shared/trust/keys/read-key-list.ts';

/** Why a list is not taken, in words. `name`: of the file. */
export const listNotTakenText = (words: Words, refusal: Extract<ReadKeyList, { ok: false }>, name: string): string =>
	`${words('key_list_not_taken', { name })} ${listRefusalText(words, refusal, name)}`;

/** Why nothing of an offer is taken, in words. */
export const offerRefusalText = (words: Words, offer: Extract<Offer, { kind: 'no-keys' | 'no-list' }>): string =>
	offer.kind === 'no-keys' ? keyRefusalText(words, offer.refusal) : listNotTakenText(words, offer.refusal, words('key_list_pasted'));
