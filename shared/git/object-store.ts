import type { Ports } from '../ports.ts';
import { entryOf } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isWhatItSays } from './hash-object.ts';
import { gitLimits } from './limits.ts';
import type { GitObject, GitObjectType } from './object.ts';
import type { Oid } from './oid.ts';

interface StoredObject {
	readonly type: GitObjectType;
	readonly bytes: Uint8Array;
}

/** Remembers objects by oid, but for blobs past 1 MB. */
export async function keepObjects(objects: Iterable<GitObject>, store: Store, now: number): Promise<void> {
	const puts: Promise<void>[] = [];
	for (const { oid, type, bytes } of objects) {
		if (type === 'blob' && bytes.length > gitLimits.storedBlobBytes) continue;
		puts.push(store.put<StoredObject>('object', oid, entryOf('object', { type, bytes }, now)));
	}
	await Promise.all(puts);
}

/** The object as it was kept, or `undefined`; also where its bytes no longer hash to its oid, then it is forgotten. */
export async function keptObject(oid: Oid, ports: Pick<Ports, 'store' | 'digest'>): Promise<GitObject | undefined> {
	const entry = await ports.store.get<StoredObject>('object', oid);
	if (entry === undefined) return undefined;
	const object: GitObject = { oid, type: entry.value.type, bytes: entry.value.bytes };
	if (await isWhatItSays(object, ports.digest)) return object;
	await ports.store.delete('object', oid);
	return undefined;
}
