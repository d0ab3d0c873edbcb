import type { Store } from '../../store/store.ts';
import { addKeys, counting, type KeyChange, type Keyring, NO_KEYS } from './add-keys.ts';
import { bundledKeys } from './bundled.ts';
import type { ListedKey } from './key.ts';
import { asKeyList } from './read-key-list.ts';

const KEY = 'keys';

/** The reader's keys as they are kept; one that is none any more is left out, the others stay. */
export async function storedKeys(store: Pick<Store, 'get'>): Promise<Keyring> {
	const value = (await store.get<Partial<Keyring>>('setting', KEY))?.value;
	if (!Array.isArray(value?.keys)) return NO_KEYS;
	const changes = Array.isArray(value.changes) ? value.changes : [];
	return {
		keys: sound(value.keys),
		changes: changes.flatMap((change: KeyChange) => {
			const [known, offered] = [sound(change?.known), sound(change?.offered)];
			return known.length > 0 && offered.length > 0 ? [{ ...change, known, offered }] : [];
		}),
	};
}

const sound = (keys: unknown): readonly ListedKey[] =>
	Array.isArray(keys)
		? keys.flatMap((key: unknown) => {
				const read = asKeyList({ format: 'evalmark-keys', version: 1, keys: [key] });
				return read.ok ? read.list.keys : [];
			})
		: [];

export async function storeKeys(store: Pick<Store, 'put'>, ring: Keyring, now: number): Promise<void> {
	await store.put('setting', KEY, { value: ring, at: now });
}

/** Every key that counts for a reader: what came with the program, and what the reader took in. */
export const trustedKeys = (ring: Keyring): readonly ListedKey[] =>
	counting(addKeys({ keys: bundledKeys, changes: ring.changes }, ring.keys));
