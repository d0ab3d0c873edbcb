import type { Store, StoreKind } from '../../shared/store/store.ts';

/** What answers in a host's stead: where its refs stood, and what it did not have. */
const ANSWERS: readonly StoreKind[] = ['refs', 'negative'];

/**
 * The store as somebody sees it who asks again: answers that were remembered before do not count, so that the host is asked, and those
 * that come from now on do. Objects stay, since their names say what they are, and so do pauses that a host has asked for.
 */
export function askedAnew(store: Store): Store {
	const since = new Set<string>();
	const nameOf = (kind: StoreKind, key: string) => `${kind} ${key}`;
	return {
		get: async (kind, key) => (ANSWERS.includes(kind) && !since.has(nameOf(kind, key)) ? undefined : store.get(kind, key)),
		put: (kind, key, entry) => {
			since.add(nameOf(kind, key));
			return store.put(kind, key, entry);
		},
		delete: (kind, key) => store.delete(kind, key),
		keys: (kind, prefix) => store.keys(kind, prefix),
		clear: (kinds) => store.clear(kinds),
	};
}
