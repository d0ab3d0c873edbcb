import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Entry, Store, StoreKind } from '../../../shared/store/store.ts';

const runs = Math.min(Number(process.env.EVALMARK_RUNS ?? 1000), 10_000);
const kinds: readonly StoreKind[] = ['object', 'refs', 'negative', 'event', 'report', 'pause', 'setting'];

/** Keys as they really are, and those that break a store which makes file names or ranges of them. */
const hardKeys = [
	'0123456789abcdef0123456789abcdef01234567',
	'https://git.example.org/lab/model.git ["HEAD","refs/heads/"]',
	'',
	'.',
	'..',
	'../../etc/passwd',
	'/absolute',
	'C:\\con',
	'a\nb\0c',
	'Name',
	'name',
	'name/',
	'\u{1F600}',
	'\uD800',
	'__proto__',
	'k'.repeat(2_000),
];

/** What every store does, whatever it keeps its entries in. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
	describe(`${name}, as a store`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
		});

		test('gives back what was put, and nothing for what was not', async () => {
			const value = {
				text: 'é\u0000\n',
				number: -0.5,
				list: [1, null, true],
				bytes: new Uint8Array([0, 255, 10]),
				nested: { deep: [new Uint8Array(0)] },
			};
			await store.put('report', 'one', { value, at: 5, expires: 9 });
			expect(await store.get('report', 'one')).toEqual({ value, at: 5, expires: 9 });
			expect(await store.get('report', 'two')).toBeUndefined();
			expect(await store.get('event', 'one')).toBeUndefined();
		});

		test('keeps no end for what has none, and gives an entry back past its end: only the reader knows the time', async () => {
			await store.put('refs', 'without', { value: 1, at: 5 });
			await store.put('refs', 'past', { value: 1, at: 5, expires: 6 });
			expect(await store.get('refs', 'without')).not.toHaveProperty('expires');
			expect(await store.get('refs', 'past')).toEqual({ value: 1, at: 5, expires: 6 });
		});

		test('replaces, and forgets one', async () => {
			await store.put('setting', 'key', { value: 'old', at: 1, expires: 2 });
			await store.put('setting', 'key', { value: 'new', at: 3 });
			expect(await store.get('setting', 'key')).toEqual({ value: 'new', at: 3 });
			await store.delete('setting', 'key');
			await store.delete('setting', 'key');
			expect(await store.get('setting', 'key')).toBeUndefined();
			expect(await store.keys('setting')).toEqual([]);
		});

		test('is not changed by what happens to a value after it was put', async () => {
			const bytes = new Uint8Array([1, 2, 3, 4]);
			const list = ['a'];
			await store.put('object', 'key', { value: { bytes: bytes.subarray(1, 3), list }, at: 1 });
			bytes.fill(9);
			list.push('b');
			expect((await store.get('object', 'key'))?.value).toEqual({ bytes: new Uint8Array([2, 3]), list: ['a'] });
		});

		test('names keys by prefix, in ascending order', async () => {
			for (const key of ['b 10', 'b 2', 'a', 'b', 'ba', 'B']) await store.put('event', key, { value: key, at: 1 });
			await store.put('report', 'b 3', { value: 1, at: 1 });
			expect(await store.keys('event')).toEqual(['B', 'a', 'b', 'b 10', 'b 2', 'ba']);
			expect(await store.keys('event', 'b ')).toEqual(['b 10', 'b 2']);
			expect(await store.keys('event', 'c')).toEqual([]);
		});

		test('takes any key, and keeps them apart', async () => {
			for (const [index, key] of hardKeys.entries()) await store.put('refs', key, { value: index, at: 1 });
			for (const [index, key] of hardKeys.entries()) expect(await store.get('refs', key), key).toEqual({ value: index, at: 1 });
			expect(await store.keys('refs')).toEqual([...hardKeys].sort());
		});

		test('clears kinds by name, and all but settings without', async () => {
			const fill = () => Promise.all(kinds.map((kind) => store.put(kind, 'key', { value: kind, at: 1 })));
			const left = async () => {
				const found: StoreKind[] = [];
				for (const kind of kinds) if (await store.get(kind, 'key')) found.push(kind);
				return found;
			};
			await fill();
			await store.clear(['object', 'setting']);
			expect(await left()).toEqual(['refs', 'negative', 'event', 'report', 'pause']);
			await fill();
			await store.clear();
			expect(await left()).toEqual(['setting']);
		});

		test('loses nothing when many write at once', async () => {
			await Promise.all(
				Array.from({ length: 200 }, (_, index) => store.put('object', `${index}`, { value: new Uint8Array([index]), at: 1 })),
			);
			const read = await Promise.all(Array.from({ length: 200 }, (_, index) => store.get<Uint8Array>('object', `${index}`)));
			expect(read.map((entry) => entry?.value[0])).toEqual(Array.from({ length: 200 }, (_, index) => index));
		});

		test('behaves as a map does, over any series of writes', async () => {
			const key = fc.constantFrom('a', 'ab', 'b', '..', 'A');
			// Files know no negative zero.
			const plain = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
			const step = fc.oneof(
				fc.record({ does: fc.constant('put' as const), key, value: plain }),
				fc.record({ does: fc.constant('delete' as const), key }),
			);
			await fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
					await store.clear(['report']);
					const model = new Map<string, Entry>();
					for (const each of steps) {
						if (each.does === 'put') {
							model.set(each.key, { value: each.value, at: 1 });
							await store.put('report', each.key, { value: each.value, at: 1 });
						} else {
							model.delete(each.key);
							await store.delete('report', each.key);
						}
					}
					expect(await store.keys('report')).toEqual([...model.keys()].sort());
					for (const [at, entry] of model) expect(await store.get('report', at)).toEqual(entry);
				}),
				{ numRuns: Math.ceil(runs / 10) },
			);
		});
	});
}
