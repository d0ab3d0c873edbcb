import type { Store } from '../../shared/store/store.ts';

const KEY = 'required hosts';

/**
 * Sites that this version needs and the one before did not, and that are not granted: Firefox grants an update nothing that it adds
 * (MDN, "host_permissions"). Asked for once; what the user took away before is not asked for again.
 */
export async function newHosts(
	required: readonly string[],
	granted: readonly string[],
	store: Pick<Store, 'get' | 'put'>,
	now: number,
): Promise<readonly string[]> {
	const before = (await store.get<readonly string[]>('setting', KEY))?.value ?? required;
	await store.put('setting', KEY, { value: required, at: now });
	return required.filter((one) => !before.includes(one) && !granted.includes(one));
}
