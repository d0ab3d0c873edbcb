/** Runs in one of the extension's own pages while its background is stopped: afterwards the extension is as after its installation. */
export async function forgetEverything(): Promise<void> {
	for (const { name } of await indexedDB.databases()) {
		if (!name) continue;
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = () => resolve();
			request.onerror = () => reject(request.error);
			request.onblocked = () => reject(new Error(`${name} is still open`));
		});
	}
}
