import type { Keyring } from '../../../shared/trust/keys/add-keys.ts';
import { storedKeys, storeKeys } from '../../../shared/trust/keys/stored-keys.ts';
import type { Face } from '../../face.ts';

/** Keeps the list, and says where that failed: a store drops what it has no room for, and a key that is lost is no cache. */
export async function kept(ring: Keyring, { settings, now, err, words }: Face): Promise<boolean> {
	await storeKeys(settings, ring, now());
	const isKept = JSON.stringify(await storedKeys(settings)) === JSON.stringify(ring);
	if (!isKept) err(`${words('cli_keys_not_kept')}\n`);
	return isKept;
}
