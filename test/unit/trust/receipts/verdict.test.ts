import { describe, expect, test } from 'vitest';
import { agreement, type Verdict, verdictIn } from '../../../../shared/trust/receipts/verdict.ts';

const signed = (comparator: Verdict['comparator'], threshold: string, passed = true): Verdict => ({
	metric: 'm',
	comparator,
	threshold,
	passed,
});

describe('a value beside a verdict', () => {
	test.each([
		['>=', '0.80', '0.80'],
		['>=', '0.80', '0.8'],
		['>', '0.80', '0.81'],
		['<=', '-1.5', '-1.5'],
		['<', '0', '-0.1'],
		['>=', '0.80', '8e-1'],
		['>=', '0.80', '+.80'],
		['>=', '0.80', '1.'],
		['>=', '0.80', '99.9'],
		['>=', '0', '-0'],
	] as const)('%s %s is met by %s', (comparator, threshold, value) => {
		expect(agreement(signed(comparator, threshold), value)).toBe('agrees');
		expect(agreement(signed(comparator, threshold, false), value)).toBe('contradicts');
	});

	test.each([
		['>', '0.80', '0.8'],
		['<', '0.80', '0.800'],
		['>=', '0.80', '0.79'],
		['<=', '0.5', '5e1'],
	] as const)('%s %s is missed by %s', (comparator, threshold, value) => {
		expect(agreement(signed(comparator, threshold), value)).toBe('contradicts');
		expect(agreement(signed(comparator, threshold, false), value)).toBe('agrees');
	});

	test('is compared by its digits: a double would round these to the threshold', () => {
		expect(agreement(signed('>=', '0.8'), '0.79999999999999999999')).toBe('contradicts');
		expect(agreement(signed('>', '0.3'), '0.30000000000000000001')).toBe('agrees');
	});

	test.each(['', '88%', '1_000', '0x1F', '.inf', '.nan', 'NaN', 'eighty', '.', '1e', '1e9999', '--1', '1 2', '9'.repeat(101)])(
		'%j is no plain number, so nothing is said of it',
		(value) => {
			expect(agreement(signed('>=', '0.80'), value)).toBe('not-covered');
		},
	);

	test('no value, no verdict', () => {
		expect(agreement(signed('>=', '0.80'), undefined)).toBe('not-covered');
		expect(agreement(undefined, '0.9')).toBe('not-covered');
	});
});

describe('no verdict', () => {
	const whole = { metric: 'accuracy', comparator: '>=', threshold: '0.80', passed: true };

	test('is read where all four are there', () => {
		expect(verdictIn({ ...whole, more: 1 })).toEqual(whole);
	});

	test.each([
		['a comparator that compares nothing', { comparator: '==' }],
		['a threshold that is a number: doubles would round it', { threshold: 0.8 }],
		['a threshold without end', { threshold: 'Infinity' }],
		['a threshold with an exponent', { threshold: '1e2' }],
		['a threshold of a thousand digits', { threshold: '1'.repeat(1000) }],
		['passed as text', { passed: 'true' }],
		['no metric', { metric: '' }],
		['a metric that is a number', { metric: 3 }],
	])('%s', (_, wrong) => {
		expect(verdictIn({ ...whole, ...wrong })).toBeUndefined();
	});

	test('nor in what is no object', () => {
		for (const value of [null, undefined, 3, 'x', [], [whole]]) expect(verdictIn(value)).toBeUndefined();
	});
});
