import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import { storeContract } from './contract.ts';

storeContract('memory', async () => memoryStore());

describe('memory is bounded', () => {
	const kilobyte = (at: number) => ({ value: new Uint8Array(1_000), at });

	test('what was used longest ago goes first', async () => {
		const store = memoryStore(10_000);
		for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await store.put('object', key, kilobyte(1));
		await store.get('object', 'a');
		await store.put('object', 'i', kilobyte(1));
		await store.put('object', 'j', kilobyte(1));
		const kept = await store.keys('object');
		expect(kept).toContain('a');
		expect(kept).not.toContain('b');
		expect(kept).toContain('j');
	});

	test('the user’s choices and pauses are never given up for room', async () => {
		const store = memoryStore(10_000);
		await store.put('setting', 'sites', { value: ['https://git.example.org'], at: 1 });
		await store.put('pause', 'https://git.example.org', { value: 5, at: 1 });
		for (let index = 0; index < 50; index++) await store.put('object', `${index}`, kilobyte(1));
		expect(await store.keys('setting')).toEqual(['sites']);
		expect(await store.keys('pause')).toHaveLength(1);
		expect((await store.keys('object')).length).toBeGreaterThan(5);
	});

	test('a value larger than the store is not kept, and drives nothing out', async () => {
		const store = memoryStore(10_000);
		await store.put('object', 'small', kilobyte(1));
		await store.put('object', 'huge', { value: new Uint8Array(20_000), at: 1 });
		expect(await store.keys('object')).toEqual(['small']);
	});
});
