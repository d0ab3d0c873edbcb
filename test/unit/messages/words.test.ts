import { describe, expect, test } from 'vitest';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';

const { date } = words(bundled, 'en');

describe('a date from a file', () => {
	test.each([
		'2026-01-31',
		'2026-01-31T12:00:00Z',
		'2026-01-31T01:00:00+09:00',
		'2026-01-31T23:30:00-11:00',
		'2026-01-31T23:30',
		'2026-01-31 12:00:00.5',
	])('%s is the day that is written, whatever the time zone', (text) => {
		expect(date(text)).toBe('Jan 31, 2026');
	});

	test.each(['2026-02-30', '2026-13-01', '2026-00-10', '0050-01-01x', '31.01.2026', '2026-1-5', 'yesterday', ''])(
		'%s stays as written',
		(text) => {
			expect(date(text)).toBe(text);
		},
	);
});

describe('placeholders', () => {
	test('what a file says is not filled in again', () => {
		expect(words(() => 'The value “{value}”', 'en')('results_other', { value: '{count}' })).toBe('The value “{count}”');
	});

	test('one without a value stays visible', () => {
		expect(words(() => 'by {author}', 'en')('results_other', {})).toBe('by {author}');
	});

	test('text from a file cannot turn the sentence around it', () => {
		const sentence = words(() => 'The date {date} is none.', 'en').code('any', 'code', { date: 'a\u202egnp.exe\u2069' });
		expect(sentence).toBe('The date a\\u202egnp.exe\\u2069 is none.');
	});
});
