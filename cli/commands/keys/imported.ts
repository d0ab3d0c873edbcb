import type { ListedKey } from '../../../shared/trust/keys/key.ts';

/** The key as a list gave it. Where the list has it from is the list's word; here it is from the list. */
export const imported = (key: ListedKey, now: number): ListedKey => ({
	...key,
	source: { how: 'imported', at: new Date(now).toISOString() },
});
