import { describe, expect, test } from 'vitest';
import { askedAnew } from '../../../extension/background/asked-anew.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import { storeKinds } from '../../../shared/store/schema.ts';

const entry = (value: string) => ({ value, at: 1 });

describe('the store of who asks again', () => {
	test.each(storeKinds)('%s: what a host answered before is passed over, everything else is there', async (kind) => {
		const store = memoryStore();
		await store.put(kind, 'a', entry('before'));
		const seen = await askedAnew(store).get(kind, 'a');
		expect(seen?.value).toBe(kind === 'refs' || kind === 'negative' ? undefined : 'before');
		expect(await askedAnew(store).keys(kind, 'a')).toEqual(['a']);
	});

	test.each(storeKinds)('%s: what comes from then on counts, and others see it too', async (kind) => {
		const store = memoryStore();
		const anew = askedAnew(store);
		await anew.put(kind, 'a', entry('since'));
		expect((await anew.get(kind, 'a'))?.value).toBe('since');
		expect((await store.get(kind, 'a'))?.value).toBe('since');
		await anew.delete(kind, 'a');
		expect(await store.get(kind, 'a')).toBeUndefined();
		await anew.put(kind, 'b', entry('since'));
		await anew.clear([kind]);
		expect(await store.keys(kind)).toEqual([]);
	});

	test('no name of one kind is taken for that of another', async () => {
		const store = memoryStore();
		await store.put('negative', 'a', entry('before'));
		const anew = askedAnew(store);
		await anew.put('refs', 'a', entry('since'));
		expect(await anew.get('negative', 'a')).toBeUndefined();
	});
});
