import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pullList } from '../../../shared/hosts/git/pull-list.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const read = (value: unknown) => pullList(new TextEncoder().encode(JSON.stringify(value)));

describe('the list of pull requests', () => {
	test('gives number, state and what else is there', () => {
		const item = { number: 7, state: 'open', author: 'Noor', title: 'Add', url: 'https://git.example.org/pull/7' };
		expect(read([item, { number: 8, state: 'draft' }])).toEqual([item, { number: 8, state: 'draft' }]);
	});

	test('passes over items that are none', () => {
		const bad = [
			null,
			1,
			[],
			{},
			{ number: '7', state: 'open' },
			{ number: 0, state: 'open' },
			{ number: 1.5, state: 'open' },
			{ number: 1, state: 'unknown' },
		];
		expect(read([...bad, { number: 9, state: 'merged' }])).toEqual([{ number: 9, state: 'merged' }]);
	});

	test.each(['javascript:alert(1)', 'data:text/html,x', '/pull/7', 7, `https://a.example/${'x'.repeat(3000)}`])(
		'leaves out the address %j',
		(url) => {
			expect(read([{ number: 7, state: 'open', url }])).toEqual([{ number: 7, state: 'open' }]);
		},
	);

	test('cuts texts to a length that can be shown, not through a character', () => {
		const [one] = read([{ number: 7, state: 'open', title: '\u{1F600}'.repeat(1000), author: '' }]) ?? [];
		expect(one?.title).toBe('\u{1F600}'.repeat(300));
		expect(one).not.toHaveProperty('author');
	});

	test.each([['{}'], ['"x"'], ['[1,2]'], ['<html>'], ['[{"number":1,"state":"open"}']])('is none: %s', (text) => {
		expect(pullList(new TextEncoder().encode(text))).toBeUndefined();
	});

	test('is none: bytes that are no UTF-8', () => {
		expect(pullList(Uint8Array.of(0x5b, 0xff, 0x5d))).toBeUndefined();
	});

	test('holds what it promises for any JSON', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({ number: fc.jsonValue(), state: fc.constantFrom('open', 'closed', 'x'), url: fc.jsonValue(), title: fc.jsonValue() }),
				),
				(value) => {
					for (const { number, url, title } of read(value) ?? []) {
						expect(Number.isSafeInteger(number) && number > 0).toBe(true);
						if (url !== undefined) expect(url).toMatch(/^https?:/);
						if (title !== undefined) expect([...title].length).toBeLessThanOrEqual(300);
					}
				},
			),
			{ numRuns: runs },
		);
	});
});
