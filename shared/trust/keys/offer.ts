import { type Candidate, type KeyRefusal, readCandidates } from './candidate.ts';
import type { KeyList } from './key.ts';
import { type ReadKeyList, readKeyList } from './read-key-list.ts';

/** What somebody offers to a reader's list: bare keys, of which nothing else is known, or a list that says whose they are. */
export type Offer =
	| { readonly kind: 'keys'; readonly candidates: readonly Candidate[]; readonly refused: readonly KeyRefusal[] }
	| { readonly kind: 'list'; readonly list: KeyList }
	| { readonly kind: 'no-keys'; readonly refusal: KeyRefusal }
	| { readonly kind: 'no-list'; readonly refusal: Extract<ReadKeyList, { ok: false }> };

/** The keys in a text, whichever way it is written. */
export function readOffer(text: string): Offer {
	const read = readKeyList(text);
	if (read.ok) return { kind: 'list', list: read.list };
	if (read.code !== 'not-json' && read.code !== 'not-a-list' && read.code !== 'secret-key') return { kind: 'no-list', refusal: read };
	const bare = readCandidates(text);
	return bare.ok ? { kind: 'keys', candidates: bare.candidates, refused: bare.refused } : { kind: 'no-keys', refusal: bare.refusal };
}
