import { oneLine } from '../../citing/one-line.ts';
import { isObject } from './json-bytes.ts';

const COMPARATORS = ['>=', '>', '<=', '<'] as const;
type Comparator = (typeof COMPARATORS)[number];

/** What an issuer signs instead of a score: that a metric did or did not reach a threshold. The score itself is not in it. */
export interface Verdict {
	/** On one line. */
	readonly metric: string;
	readonly comparator: Comparator;
	/** A decimal number as text, as signed. */
	readonly threshold: string;
	readonly passed: boolean;
}

/**
 * `agrees`: the value is on the side of the threshold that was signed, and no more than that: any value on that side would agree.
 * `not-covered`: no such verdict is signed, or the value is no plain number.
 */
export type ValueAgreement = 'agrees' | 'contradicts' | 'not-covered';

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const LONGEST_NUMBER = 100;
const LONGEST_METRIC = 240;

/** The verdict in an object that has one (EVAL_CLAIM.md §3 of proofbundle; in-toto/attestation#575, `claims`). */
export function verdictIn(value: unknown): Verdict | undefined {
	if (!isObject(value)) return undefined;
	const { metric, threshold, passed } = value;
	const comparator = COMPARATORS.find((known) => known === value.comparator);
	if (typeof metric !== 'string' || metric === '' || !comparator || typeof passed !== 'boolean') return undefined;
	if (typeof threshold !== 'string' || threshold.length > LONGEST_NUMBER || !DECIMAL.test(threshold)) return undefined;
	return { metric: oneLine(metric, LONGEST_METRIC), comparator, threshold, passed };
}

/** How a value as written beside a receipt stands to what is signed. Compared digit by digit: a double would round both. */
export function agreement(verdict: Verdict | undefined, valueText: string | undefined): ValueAgreement {
	const order = verdict && valueText !== undefined ? compare(valueText.trim(), verdict.threshold) : undefined;
	if (!verdict || order === undefined) return 'not-covered';
	return reaches(order, verdict.comparator) === verdict.passed ? 'agrees' : 'contradicts';
}

function reaches(order: number, comparator: Comparator): boolean {
	switch (comparator) {
		case '>=':
			return order >= 0;
		case '>':
			return order > 0;
		case '<=':
			return order <= 0;
		case '<':
			return order < 0;
		default:
			return comparator satisfies never;
	}
}

/** Below, at or above zero as the first is less than, equal to or more than the second; `undefined` unless both are plain numbers. */
function compare(first: string, second: string): number | undefined {
	const [left, right] = [decimal(first), decimal(second)];
	if (!left || !right) return undefined;
	const places = Math.max(left.places, right.places);
	const difference = left.digits * 10n ** BigInt(places - left.places) - right.digits * 10n ** BigInt(places - right.places);
	return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

const NUMBER = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d{1,3}))?$/;

/** A number as written: the whole number of its digits, and how many of them stand after the point. */
function decimal(text: string): { readonly digits: bigint; readonly places: number } | undefined {
	const found = text.length <= LONGEST_NUMBER ? NUMBER.exec(text) : null;
	if (!found) return undefined;
	const [, sign = '', whole = '', after = '', bare = '', exponent = '0'] = found;
	const fraction = after + bare;
	return { digits: BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n), places: fraction.length - Number(exponent) };
}
