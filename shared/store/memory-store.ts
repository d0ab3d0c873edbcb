import { copied, sizeOf } from './plain-value.ts';
import type { Entry, Store, StoreKind } from './store.ts';

/** The user's choices and the origins' pauses are small and are not to be lost for room. */
const KEPT: ReadonlySet<StoreKind> = new Set(['setting', 'pause']);

interface Slot {
	readonly kind: StoreKind;
	readonly key: string;
	readonly entry: Entry;
	readonly size: number;
}

/**
 * A store that lives as long as its process: private windows, tests, the viewer.
 * Holds at most `maxBytes`; past that, what was used longest ago goes first. A value larger than all of it is not kept.
 * Values are copied when put and must not be changed by who gets them.
 */
export function memoryStore(maxBytes = 32 * 1024 * 1024): Store {
	// A Map keeps insertion order: the first slot is the one used longest ago.
	const slots = new Map<string, Slot>();
	let used = 0;

	const place = (kind: StoreKind, key: string) => `${kind}\n${key}`;
	const remove = (at: string) => {
		used -= slots.get(at)?.size ?? 0;
		slots.delete(at);
	};
	const makeRoom = () => {
		for (const [at, slot] of slots) {
			if (used <= maxBytes) return;
			if (!KEPT.has(slot.kind)) remove(at);
		}
	};

	return {
		async get<T>(kind: StoreKind, key: string) {
			const at = place(kind, key);
			const slot = slots.get(at);
			if (slot === undefined) return undefined;
			slots.delete(at);
			slots.set(at, slot);
			// A key's values have one type, that of its kind: who puts and who gets agree on it.
			return slot.entry as Entry<T>;
		},
		async put(kind, key, entry) {
			const at = place(kind, key);
			remove(at);
			const size = sizeOf(key) + sizeOf(entry.value);
			if (size > maxBytes) return;
			slots.set(at, { kind, key, size, entry: { ...entry, value: copied(entry.value) } });
			used += size;
			makeRoom();
		},
		async delete(kind, key) {
			remove(place(kind, key));
		},
		async keys(kind, prefix = '') {
			return [...slots.values()]
				.filter((slot) => slot.kind === kind && slot.key.startsWith(prefix))
				.map((slot) => slot.key)
				.sort();
		},
		async clear(kinds) {
			for (const [at, slot] of slots) {
				if (kinds === undefined ? slot.kind !== 'setting' : kinds.includes(slot.kind)) remove(at);
			}
		},
	};
}
