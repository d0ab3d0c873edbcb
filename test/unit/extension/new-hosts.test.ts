import { expect, test } from 'vitest';
import { newHosts } from '../../../extension/background/new-hosts.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

const HUB = 'https://huggingface.co/*';
const NEXT = 'https://hub.example/*';

test('a site that an update adds is asked for once, where the browser did not grant it', async () => {
	const store = memoryStore();
	expect(await newHosts([HUB], [HUB], store, 1)).toEqual([]);
	expect(await newHosts([HUB, NEXT], [HUB], store, 2)).toEqual([NEXT]);
	expect(await newHosts([HUB, NEXT], [HUB], store, 3)).toEqual([]);
});

test('one that came granted, and one that the user took away, are not', async () => {
	const store = memoryStore();
	await newHosts([HUB], [HUB], store, 1);
	expect(await newHosts([HUB, NEXT], [NEXT], store, 2)).toEqual([]);
});

test('a version that kept no record is not taken for one that needed nothing', async () => {
	expect(await newHosts([HUB], [], memoryStore(), 1)).toEqual([]);
});
