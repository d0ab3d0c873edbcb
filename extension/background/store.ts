import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { sizeOf } from '../../shared/store/plain-value.ts';
import { migrated, schemaVersion, storeKinds } from '../../shared/store/schema.ts';
import type { Entry, Store, StoreKind } from '../../shared/store/store.ts';

interface Kept extends DBSchema {
	entries: { key: [StoreKind, string]; value: Entry };
}

const NAME = 'evalmark';

/**
 * The store on disk, in IndexedDB of the extension's own origin: no page and no content script can read it.
 * A database that cannot be opened (disk full, private mode, damaged) reads as empty and keeps nothing: everything can be fetched again.
 */
export function diskStore(name = NAME): Store {
	let opening: Promise<IDBPDatabase<Kept> | undefined> | undefined;
	const database = () => {
		opening ??= open(name, () => {
			opening = undefined;
		}).catch(() => undefined);
		return opening;
	};

	return {
		async get<T>(kind: StoreKind, key: string) {
			const found = await (await database())?.get('entries', [kind, key]).catch(() => undefined);
			// A key's values have one type, that of its kind: who puts and who gets agree on it.
			return found as Entry<T> | undefined;
		},
		async put(kind, key, entry) {
			await (await database())?.put('entries', entry, [kind, key]).catch(() => undefined);
		},
		async delete(kind, key) {
			await (await database())?.delete('entries', [kind, key]).catch(() => undefined);
		},
		async keys(kind, prefix = '') {
			const found = await (await database())?.getAllKeys('entries', rangeOf(kind, prefix)).catch(() => []);
			return (found ?? []).map(([, key]) => key).filter((key) => key.startsWith(prefix));
		},
		async clear(kinds = storeKinds.filter((kind) => kind !== 'setting')) {
			const forget = async (kind: StoreKind) => (await database())?.delete('entries', rangeOf(kind, ''));
			await Promise.all(kinds.map((kind) => forget(kind).catch(() => undefined)));
		},
	};
}

/** About how many bytes everything takes that is kept, and how many entries there are of each kind. */
export async function diskUse(name = NAME): Promise<{ readonly bytes: number; readonly entries: ReadonlyMap<StoreKind, number> }> {
	const entries = new Map<StoreKind, number>();
	let bytes = 0;
	const database = await open(name, () => {}).catch(() => undefined);
	for (let cursor = await database?.transaction('entries').store.openCursor(); cursor; cursor = await cursor.continue()) {
		const [kind] = cursor.key;
		entries.set(kind, (entries.get(kind) ?? 0) + 1);
		bytes += sizeOf(cursor.value.value);
	}
	database?.close();
	return { bytes, entries };
}

/** From the prefix on; an array sorts after every text, so that `[kind, []]` ends a kind. */
const rangeOf = (kind: StoreKind, prefix: string) => IDBKeyRange.bound([kind, prefix], [kind, []]);

/** Rejects when there can be no database, also where the browser throws for that at once. */
async function open(name: string, lost: () => void): Promise<IDBPDatabase<Kept>> {
	try {
		return await openThis(name, lost);
	} catch (fault) {
		if (!(fault instanceof DOMException && fault.name === 'VersionError')) throw fault;
		const kept = await takeFromNewer(name);
		const database = await openThis(name, lost);
		for (const [key, entry] of kept) await database.put('entries', entry, key);
		return database;
	}
}

function openThis(name: string, lost: () => void): Promise<IDBPDatabase<Kept>> {
	return openDB<Kept>(name, schemaVersion, {
		async upgrade(database, from, _to, transaction) {
			if (!database.objectStoreNames.contains('entries')) {
				database.createObjectStore('entries');
				return;
			}
			for (let cursor = await transaction.objectStore('entries').openCursor(); cursor; cursor = await cursor.continue()) {
				const [kind, key] = cursor.key;
				const entry = migrated(from, kind, key, cursor.value);
				if (entry === undefined) await cursor.delete();
				else if (entry !== cursor.value) await cursor.update(entry);
			}
		},
		// Another page of the extension wants a newer version: let it, and open again.
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
			lost();
		},
		terminated: lost,
	});
}

/** After a downgrade: no database opens in an older version than it has. Removes it and answers what this version keeps of it. */
async function takeFromNewer(name: string): Promise<readonly (readonly [Kept['entries']['key'], Entry])[]> {
	const kept: [Kept['entries']['key'], Entry][] = [];
	const newer = await openDB<Kept>(name);
	for (let cursor = await newer.transaction('entries').store.openCursor(); cursor; cursor = await cursor.continue()) {
		const entry = migrated(newer.version, ...cursor.key, cursor.value);
		if (entry) kept.push([cursor.key, entry]);
	}
	newer.close();
	await deleteDB(name);
	return kept;
}
