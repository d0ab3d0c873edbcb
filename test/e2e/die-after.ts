/**
 * Runs in one of the extension's own pages while its background is stopped: what is stored becomes what a background leaves that died
 * when it had stored that many events of its only reading, since each is stored before anything is said. Returns how many there were.
 */
export async function dieAfter(events: number): Promise<number> {
	const answer = <T>(request: IDBRequest<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const database = await answer(indexedDB.open('evalmark'));
	const store = database.transaction('entries', 'readwrite').objectStore('entries');
	const keys = (await answer(store.getAllKeys())) as [kind: string, key: string][];
	const stored = keys.filter(([kind]) => kind === 'event').sort(([, a], [, b]) => (a < b ? -1 : 1));
	const later = [...stored.slice(events), ...keys.filter(([kind]) => kind === 'report')];
	for (const key of later) await answer(store.delete(key));
	database.close();
	return stored.length;
}
