import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDsse } from '../../../../shared/trust/receipts/dsse.ts';
import { readEvalResultStatement } from '../../../../shared/trust/receipts/eval-result-statement.ts';
import { inflateCapped } from '../../../../shared/trust/receipts/inflate-capped.ts';
import { readPb1 } from '../../../../shared/trust/receipts/pb1.ts';
import { agreement } from '../../../../shared/trust/receipts/verdict.ts';
import { base64, envelope, KEY, receipt, statement, tokenOf, tokenOfBytes, tokenOfText, utf8 } from './made-receipts.ts';

const RUNS = { numRuns: 400 };
const TYPE = 'application/vnd.in-toto+json';

/** Any JSON value, deep ones and those with names of every object among them. */
const json = fc.jsonValue({ maxDepth: 6 });

/** A value with one thing in it replaced or taken away, wherever that stands. */
function broken(whole: unknown): fc.Arbitrary<unknown> {
	return fc
		.tuple(fc.constantFrom(...placesIn(whole)), fc.option(json, { nil: undefined }))
		.map(([place, other]) => replaced(whole, place, other));
}

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);

const placesIn = (value: unknown): string[][] => [
	[],
	...entriesOf(value).flatMap(([step, item]) => placesIn(item).map((place) => [step, ...place])),
];

function replaced(value: unknown, [step, ...rest]: readonly string[], other: unknown): unknown {
	if (step === undefined) return other;
	const entries = entriesOf(value).map(([name, item]): [string, unknown] => [name, name === step ? replaced(item, rest, other) : item]);
	return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

const values = fc.oneof(fc.string(), fc.double().map(String), fc.constant(undefined));

function reads(token: string, value: string | undefined): void {
	const found = readPb1(token, value);
	if (!found.ok) return;
	expect(found.covers.length).toBeLessThanOrEqual(64);
	for (const { name, text } of found.covers) expect(Math.max(name.length - 120, text.length - 240)).toBeLessThanOrEqual(0);
	if (!found.fits) expect(found.value).toBe('not-covered');
}

test('no text makes a reader throw', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), values, (text, value) => {
			reads(text, value);
			reads(`pb1.${text}`, value);
			reads(tokenOfText(text), value);
			readDsse(text, [KEY]);
			readEvalResultStatement(text, utf8(text), value);
			readEvalResultStatement(TYPE, utf8(text), value);
			agreement({ metric: 'm', comparator: '>', threshold: '1', passed: true }, text);
		}),
		RUNS,
	);
});

test('no bytes do', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(600), (bytes, cap) => {
			const packed = inflateCapped(bytes, cap);
			if (packed.ok) expect(packed.bytes.length).toBeLessThanOrEqual(cap);
			reads(tokenOfBytes(bytes), '1');
			reads(tokenOf(receipt({ payload: bytes })), '1');
			readEvalResultStatement(TYPE, bytes, '1');
		}),
		RUNS,
	);
});

test('a stream with a byte changed is refused, or says what it said before', () => {
	const packed = deflateSync(JSON.stringify(receipt()));
	const before = readPb1(tokenOfBytes(packed), '0.91');
	fc.assert(
		fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
			const changed = Buffer.from(packed);
			changed[at]! ^= bits;
			// There are bits in a zlib stream that say nothing, so that it is not the one way to write what it holds.
			const after = readPb1(tokenOfBytes(changed), '0.91');
			expect(after.ok ? after : before).toEqual(before);
		}),
		RUNS,
	);
});

test('no JSON does', () => {
	fc.assert(
		fc.property(json, values, (value, beside) => {
			reads(tokenOf(value), beside);
			reads(tokenOf(receipt({ payload: utf8(JSON.stringify(value)) })), beside);
			readDsse(JSON.stringify(value), [KEY]);
			readDsse(JSON.stringify({ payloadType: TYPE, payload: base64(utf8(JSON.stringify(value))), signatures: value }), [KEY]);
			readEvalResultStatement(TYPE, utf8(JSON.stringify(value)), beside);
			readEvalResultStatement(TYPE, utf8(JSON.stringify(statement({ predicate: value }))), beside);
		}),
		RUNS,
	);
});

test('nothing that is nearly right does', () => {
	fc.assert(
		fc.property(
			broken(receipt({ before: [utf8('a')], after: [utf8('b')] })),
			broken(envelope('{}')),
			broken(statement()),
			(first, second, third) => {
				reads(tokenOf(first), '0.9');
				readDsse(JSON.stringify(second) ?? '', [KEY]);
				readEvalResultStatement(TYPE, utf8(JSON.stringify(third) ?? ''), '0.9');
			},
		),
		RUNS,
	);
});
