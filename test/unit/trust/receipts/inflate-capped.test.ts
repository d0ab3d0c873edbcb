import { deflateRawSync, deflateSync, gzipSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inflateCapped } from '../../../../shared/trust/receipts/inflate-capped.ts';
import { zerosPacked } from './bomb.ts';

const CAP = 1000;
const some = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7919) % 251);
const fault = (input: Uint8Array, cap = CAP) => {
	const read = inflateCapped(input, cap);
	return read.ok ? read.bytes.length : read.fault;
};

describe('what fits under the cap', () => {
	test.each([0, 1, 257, CAP - 1, CAP])('%i bytes come back as they were, at every level', (length) => {
		for (const level of [0, 1, 6, 9])
			expect(inflateCapped(deflateSync(some(length), { level }), CAP)).toEqual({ ok: true, bytes: some(length) });
	});

	test('and one more does not', () => {
		for (const level of [0, 1, 6, 9]) expect(fault(deflateSync(some(CAP + 1), { level }))).toBe('too-large');
	});
});

describe('a bomb', () => {
	test('is what it says: the stream is well formed', () => {
		expect(inflateSync(zerosPacked(3)).equals(Buffer.alloc(3 * 1024 * 1024))).toBe(true);
	});

	test('of a gibibyte of zeros ends at the cap, in little time and memory', () => {
		const bomb = zerosPacked(1024);
		const [before, start] = [process.memoryUsage().arrayBuffers, performance.now()];
		expect(fault(bomb, 256 * 1024)).toBe('too-large');
		expect(performance.now() - start).toBeLessThan(500);
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * 1024 * 1024);
	});

	test('is not read past the cap: rubbish behind it is never seen', () => {
		const rubbish = Buffer.concat([zerosPacked(1).subarray(0, 900), Buffer.alloc(5000, 0xff)]);
		expect(fault(rubbish)).toBe('too-large');
	});
});

describe('what is no zlib stream and nothing else', () => {
	const packed = deflateSync(some(500));

	test('something behind its end', () => {
		expect(fault(Buffer.concat([packed, Buffer.from([0])]))).toBe('trailing');
		expect(fault(Buffer.concat([packed, packed]))).toBe('trailing');
	});

	test('its end missing, wherever it is cut', () => {
		for (let end = 0; end < packed.length; end += 1) expect(fault(packed.subarray(0, end))).toBe('cut');
	});

	test('a checksum that is not of these bytes', () => {
		const forged = Buffer.from(packed);
		forged[forged.length - 1]! ^= 1;
		expect(fault(forged)).toBe('not-zlib');
	});

	test.each([
		['gzip', gzipSync(some(500))],
		['deflate without its header', deflateRawSync(some(500))],
		['a preset dictionary', deflateSync(some(500), { dictionary: Buffer.from('dictionary') })],
		['plain text', Buffer.from('{"schema":"proofbundle/v0.1"}')],
	])('%s', (_, input) => {
		expect(fault(input)).toBe('not-zlib');
	});
});
