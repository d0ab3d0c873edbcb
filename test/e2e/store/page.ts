/** Runs in a page: holds the store of the extension against the contract of all stores, in the browser's own IndexedDB. */
import { diskStore, diskUse } from '../../../extension/background/store.ts';
import { schemaVersion } from '../../../shared/store/schema.ts';
import type { Entry, StoreKind } from '../../../shared/store/store.ts';
import { storeContract } from '../../unit/store/contract.ts';
import { beforeEach, describe, expect, runTests, test } from './vitest-in-page.ts';

let count = 0;
const fresh = () => {
	count += 1;
	return `store ${count}`;
};
const answer = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

/** A database as another version of the extension left it, by the browser's own calls alone. */
async function leave(name: string, version: number, entries: readonly (readonly [StoreKind, string, Entry])[]): Promise<void> {
	const request = indexedDB.open(name, version);
	request.onupgradeneeded = () => request.result.createObjectStore('entries');
	const database = await answer(request);
	const store = database.transaction('entries', 'readwrite').objectStore('entries');
	for (const [kind, key, entry] of entries) await answer(store.put(entry, [kind, key]));
	database.close();
}
const versionOf = async (name: string) => (await indexedDB.databases()).find((one) => one.name === name)?.version;

const old: readonly (readonly [StoreKind, string, Entry])[] = [
	['refs', 'https://git.example.org/a.git', { value: ['main'], at: 1_000 }],
	['object', 'abc', { value: { type: 'blob', bytes: new Uint8Array([1, 0, 255]) }, at: 1_000 }],
	['negative', 'https://git.example.org/gone', { value: 404, at: 1_000, expires: 2_000 }],
	['report', 'https://git.example.org/a', { value: { run: 'x' }, at: 1_000 }],
	['setting', 'sites', { value: ['https://git.example.org'], at: 1_000 }],
];

const { open } = IDBFactory.prototype;
/** As browsers do where the user has switched storage off. */
const refuseAtOnce = (): never => {
	throw new DOMException('storage is switched off', 'SecurityError');
};
/** As browsers do where the disk is full or the files are damaged. */
const refuseLater = (name: string, version?: number): IDBOpenDBRequest => {
	const request = open.call(indexedDB, name, version);
	request.addEventListener('upgradeneeded', () => request.transaction?.abort());
	return request;
};

storeContract('IndexedDB', async () => diskStore(fresh()));

describe('IndexedDB', () => {
	let name = '';
	beforeEach(() => {
		name = fresh();
	});

	test('a database of version 1 is migrated: what is read again goes, the rest stays', async () => {
		await leave(name, 1, old);
		const store = diskStore(name);
		const again: readonly StoreKind[] = ['refs', 'report'];
		for (const [kind, key, entry] of old) expect(await store.get(kind, key), key).toEqual(again.includes(kind) ? undefined : entry);
		expect(await versionOf(name)).toBe(schemaVersion);
	});

	test('of a database of a newer version the settings stay, and it is written again', async () => {
		await leave(name, schemaVersion + 1, old);
		const store = diskStore(name);
		for (const [kind, key, entry] of old) expect(await store.get(kind, key), key).toEqual(kind === 'setting' ? entry : undefined);
		await store.put('report', 'key', { value: 1, at: 1 });
		expect(await diskStore(name).get('report', 'key')).toEqual({ value: 1, at: 1 });
		expect(await versionOf(name)).toBe(schemaVersion);
	});

	test('what one background puts, the next one finds', async () => {
		await diskStore(name).put('event', 'a#1', { value: { seq: 1 }, at: 1 });
		expect(await diskStore(name).keys('event', 'a#')).toEqual(['a#1']);
		const { bytes, entries } = await diskUse(name);
		expect([...entries]).toEqual([['event', 1]]);
		expect(bytes > 0).toBe(true);
	});

	test('makes way for who removes the database, and begins anew', async () => {
		const store = diskStore(name);
		await store.put('report', 'key', { value: 1, at: 1 });
		await answer(indexedDB.deleteDatabase(name));
		expect(await store.get('report', 'key')).toBeUndefined();
		await store.put('report', 'key', { value: 2, at: 2 });
		expect(await diskStore(name).get('report', 'key')).toEqual({ value: 2, at: 2 });
	});

	for (const [how, refuse] of [
		['at once', refuseAtOnce],
		['later', refuseLater],
	] as const) {
		test(`where no database can be opened (told ${how}), it reads as empty and nobody is bothered`, async () => {
			IDBFactory.prototype.open = refuse;
			try {
				const store = diskStore(name);
				await store.put('report', 'key', { value: 1, at: 1 });
				expect(await store.get('report', 'key')).toBeUndefined();
				expect(await store.keys('report')).toEqual([]);
				await store.delete('report', 'key');
				await store.clear();
				expect((await diskUse(name)).bytes).toBe(0);
			} finally {
				IDBFactory.prototype.open = open;
			}
		});
	}
});

runTests().then((outcomes) => {
	const element = document.createElement('pre');
	element.id = 'outcomes';
	element.textContent = JSON.stringify(outcomes);
	document.body.append(element);
});
