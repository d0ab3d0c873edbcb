import { addKeys, counting, type KeyChange } from '../shared/trust/keys/add-keys.ts';
import { bundledKeys } from '../shared/trust/keys/bundled.ts';
import type { ListedKey } from '../shared/trust/keys/key.ts';
import { storedKeys } from '../shared/trust/keys/stored-keys.ts';
import type { Trust } from '../shared/trust/signature/check-report.ts';
import type { Face } from './face.ts';

/** `isKept`: the user has taken the other key in, and can decide; else it came with a list for one run. */
export type TrustedChange = KeyChange & { readonly isKept: boolean };

export interface Trusted extends Trust {
	/** Issuers with other keys than those that were known, about which the user has not decided: no key of theirs counts. */
	readonly changes: readonly TrustedChange[];
}

/** The keys that count: those that came with the program, those that the user took in, and `more`, for this run alone. */
export async function trusted({ settings, now }: Pick<Face, 'settings' | 'now'>, more: readonly ListedKey[] = []): Promise<Trusted> {
	const { keys, changes } = await storedKeys(settings);
	const ring = addKeys(addKeys({ keys: bundledKeys, changes }, keys), more);
	const isKept = (change: KeyChange) => changes.some(({ issuer, purpose }) => issuer === change.issuer && purpose === change.purpose);
	return { keys: counting(ring), changes: ring.changes.map((change) => ({ ...change, isKept: isKept(change) })), now: now() };
}
