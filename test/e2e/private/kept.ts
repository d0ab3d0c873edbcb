/** Runs in one of the extension's own pages: everything that the extension has kept on disk, as `kind key`. Creates nothing by looking. */
export async function kept(): Promise<string[]> {
	const answer = <T>(request: IDBRequest<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const found = (await caches.keys()).map((name) => `cache ${name}`);
	for (const { name = '' } of await indexedDB.databases()) {
		const database = await answer(indexedDB.open(name));
		for (const store of database.objectStoreNames) {
			const keys = await answer(database.transaction(store).objectStore(store).getAllKeys());
			for (const key of keys) found.push((key as string[]).join(' '));
		}
		database.close();
	}
	// Written by installing, before there was any window to look into.
	return found.filter((entry) => entry !== 'setting required hosts');
}
