import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns, width } from '../../../cli/print/columns.ts';
import { paint } from '../../../cli/print/paint.ts';
import { clipped, visible, visibleJson } from '../../../cli/print/visible.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

test('plain text stays as it is, in any script', () => {
	for (const text of ['20.90', 'Größe', '评测 結果', 'a – “b” · …', '😀']) expect(visible(text)).toBe(text);
});

test('what a terminal would act on can be read instead', () => {
	expect(visible('\u001b[31mred')).toBe('\\x1b[31mred');
	expect(visible('a\r\nb')).toBe('a\\x0d\\x0ab');
	expect(visible('\u202egpj.exe')).toBe('\\u202egpj.exe');
	expect(visible('\u{e0041}')).toBe('\\u{e0041}');
});

test('no text at all stays invisible, whole or cut', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
			expect(visible(text)).not.toMatch(invisible);
			expect(clipped(text, limit)).not.toMatch(invisible);
		}),
		{ numRuns: runs },
	);
});

test('JSON stays the same value', () => {
	fc.assert(
		fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
			const text = visibleJson(JSON.stringify(value, null, '\t'));
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
			expect(text.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
		}),
		{ numRuns: runs },
	);
});

describe('columns', () => {
	test('align by what is drawn, numbers at their end', () => {
		expect(
			columns(
				[
					['9.5', 'a', 'x'],
					['20.90', 'bbb', 'y'],
				],
				[0],
			),
		).toEqual(['  9.5  a    x', '20.90  bbb  y']);
		expect(
			columns([
				['评测', 'x'],
				['abcde', 'y'],
			]),
		).toEqual(['评测   x', 'abcde  y']);
	});

	test('count wide characters twice and marks not at all', () => {
		expect([width('评'), width('e\u0301'), width('😀'), width('a')]).toEqual([2, 1, 2, 1]);
	});
});

test('colour is never the only sign, and only where it is wanted', () => {
	expect(paint(false)('error', 'error')).toBe('error');
	expect(paint(true)('error', 'error')).toBe('\u001b[31merror\u001b[0m');
});
