import type { Store } from '../../shared/store/store.ts';

/** Where the newest revision is kept that was taken in from an address. */
const keyOf = (url: string): string => `key list ${url}`;

/** The newest revision of the list at this address that was taken in before. */
export async function newestRevision(store: Pick<Store, 'get'>, url: string): Promise<number | undefined> {
	const value = (await store.get<unknown>('setting', keyOf(url)))?.value;
	return typeof value === 'number' ? value : undefined;
}

export async function storeRevision(store: Pick<Store, 'put'>, url: string, revision: number, now: number): Promise<void> {
	await store.put('setting', keyOf(url), { value: revision, at: now });
}
