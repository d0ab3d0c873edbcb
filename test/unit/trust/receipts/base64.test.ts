import { expect, test } from 'vitest';
import { fromBase64, fromEitherBase64 } from '../../../../shared/trust/receipts/base64.ts';

const BYTES = Uint8Array.of(0xfb, 0xef, 0xff, 0x01);

test('bytes of every length, in the one way to write them', () => {
	for (let length = 0; length < 70; length += 1) {
		const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
		expect(fromBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
	}
});

test.each(['AQ', 'AQ=', 'AR==', 'AQI', 'AQJ=', ' AQ==', 'AQ==\n', 'A Q==', '=', '====', 'AQ==AQ==', '_w==', 'AQ==x', 'é==='])(
	'not %j',
	(text) => {
		expect(fromBase64(text)).toBeUndefined();
		expect(text === '_w==' || fromEitherBase64(text) === undefined).toBe(true);
	},
);

test('an envelope may use either alphabet, padded, but not both at once', () => {
	expect(fromEitherBase64('++//AQ==')).toEqual(BYTES);
	expect(fromEitherBase64('--__AQ==')).toEqual(BYTES);
	expect(fromEitherBase64('+-/_AQ==')).toBeUndefined();
	expect(fromEitherBase64('--__AQ')).toBeUndefined();
});
