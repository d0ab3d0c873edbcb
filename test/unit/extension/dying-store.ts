import type { Store } from '../../../shared/store/store.ts';

/** A store whose background dies before it has kept that many events, and one. */
export function dyingStore(store: Store, events: number): Store {
	let left = events;
	return {
		...store,
		put: (kind, key, entry) => {
			if (kind === 'event' && left-- === 0) throw new Error('killed');
			return store.put(kind, key, entry);
		},
	};
}
