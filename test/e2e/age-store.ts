/**
 * Runs in one of the extension's own pages while its background is stopped: everything that is stored becomes that much older,
 * as if the clock had moved on. In ms.
 */
export async function ageStore(by: number): Promise<void> {
	const answer = <T>(request: IDBRequest<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const database = await answer(indexedDB.open('evalmark'));
	const store = database.transaction('entries', 'readwrite').objectStore('entries');
	for (const key of await answer(store.getAllKeys())) {
		const [kind] = key as string[];
		// Objects and events hold bytes and never expire; the rest is plain and takes a copy by JSON.
		if (kind !== 'report' && kind !== 'refs' && kind !== 'negative' && kind !== 'pause') continue;
		const entry = JSON.parse(JSON.stringify(await answer(store.get(key))));
		entry.at -= by;
		if (entry.expires !== undefined) entry.expires -= by;
		if (kind === 'report') entry.value.report.asOf -= by;
		await answer(store.put(entry, key));
	}
	database.close();
}
