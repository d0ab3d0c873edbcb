import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExportRefusal, readExport } from '../../../shared/exports/read-export.ts';
import { exportOf, throughFile, utf8 } from './repository.ts';

const { bundle } = exportOf();
const runs = Number(process.env.EVALMARK_RUNS ?? 1000);

/** Why an export is refused after a field of the first entry of a list was set, or taken out where the value is `undefined`. */
function refusal(list: keyof typeof bundle, field: string, value: unknown): ExportRefusal | undefined {
	const copy: Record<string, unknown> = throughFile({ ...bundle });
	const entries = copy[list] as Record<string, unknown>[];
	entries[0] = { ...entries[0], [field]: value };
	const read = readExport(JSON.stringify(copy));
	return read.ok ? undefined : read.reason;
}

describe('opening an export', () => {
	test('gives back what was written, from bytes, from text, and behind a byte order mark', () => {
		const text = JSON.stringify(bundle);
		expect(readExport(text)).toEqual({ ok: true, bundle });
		expect(readExport(utf8(text))).toEqual({ ok: true, bundle });
		expect(readExport(`\uFEFF${text}`)).toEqual({ ok: true, bundle });
	});

	test('keeps fields that this version does not know, wherever they stand', () => {
		const newer = throughFile(bundle) as unknown as Record<string, unknown>;
		newer.minor = 3;
		newer.keys = [{ issuer: 'somebody' }];
		(newer.results as Record<string, unknown>[])[0]!.signature = { state: 'valid', __proto__: null };
		(newer.evidence as Record<string, unknown>[])[0]!.role = 'model-card';
		const read = readExport(JSON.stringify(newer));
		expect(read.ok && JSON.stringify(read.bundle)).toBe(JSON.stringify(newer));
	});

	test('refuses a newer major version by its number, whatever else stands in it', () => {
		const read = readExport(JSON.stringify({ format: 'evalmark-export', version: 2, results: 'moved' }));
		expect(read).toEqual({ ok: false, reason: { code: 'newer-version', params: { version: 2, known: 1 } } });
	});

	test.each([
		['', 'not-json'],
		['{"format": "evalmark-export", "version": 1', 'not-json'],
		['- dataset:\n', 'not-json'],
		['[]', 'not-an-export'],
		['null', 'not-an-export'],
		['{"version": 1}', 'not-an-export'],
	])('says why %j is none', (text, code) => {
		expect(readExport(text)).toMatchObject({ ok: false, reason: { code } });
	});

	test('refuses bytes that are no UTF-8', () => {
		expect(readExport(new Uint8Array([0x7b, 0xff]))).toMatchObject({ ok: false, reason: { code: 'not-utf8' } });
	});

	test('refuses what is nested without end, and does not run out of stack over it', () => {
		const deep = `{"format":"evalmark-export","version":1,"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
		expect(readExport(deep)).toMatchObject({ ok: false, reason: { code: 'too-deep' } });
	});

	test('does not run out of stack over bytes of any length', () => {
		const read = refusal('objects', 'bytes', `${'A'.repeat(20_000_000)}?`);
		expect(read).toEqual({ code: 'wrong-form', params: { pointer: '/objects/0/bytes' } });
	});

	test('names what is wrong and where', () => {
		const { results: _, ...without } = bundle;
		expect(readExport(JSON.stringify(without))).toMatchObject({
			reason: { code: 'missing-field', params: { pointer: '/', field: 'results' } },
		});
		expect(refusal('evidence', 'blob', undefined)).toEqual({ code: 'missing-field', params: { pointer: '/evidence/0', field: 'blob' } });
		expect(refusal('results', 'line', '4')).toEqual({ code: 'wrong-type', params: { pointer: '/results/0/line', expected: 'integer' } });
		expect(refusal('results', 'line', 0)).toEqual({ code: 'out-of-range', params: { pointer: '/results/0/line', limit: 1 } });
		expect(refusal('repositories', 'kind', 'space')).toMatchObject({ code: 'wrong-value', params: { pointer: '/repositories/0/kind' } });
		expect(refusal('evidence', 'commit', 'HEAD')).toEqual({ code: 'wrong-form', params: { pointer: '/evidence/0/commit' } });
	});

	test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' https://example.org'])(
		'takes no address like %j',
		(url) => {
			expect(refusal('repositories', 'url', url)).toEqual({
				code: 'wrong-form',
				params: { pointer: '/repositories/0/url' },
			});
		},
	);
});

describe('moments that there never were', () => {
	test.each([
		'9999-99-99T00:00:00Z',
		'2026-02-30T00:00:00Z',
		'2025-02-29T12:00:00.5Z',
		'2026-04-31T00:00:00Z',
		'2026-01-01T24:00:00Z',
		'2026-01-01T00:60:00Z',
	])('are refused: %s', (exportedAt) => {
		expect(readExport(JSON.stringify({ ...bundle, exportedAt }))).toEqual({
			ok: false,
			reason: { code: 'wrong-form', params: { pointer: '/exportedAt' } },
		});
	});

	test.each(['2024-02-29T23:59:59.999Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.123456Z'])(
		'are not those at the edge: %s',
		(exportedAt) => {
			expect(readExport(JSON.stringify({ ...bundle, exportedAt })).ok).toBe(true);
		},
	);

	test('are refused too as a number of milliseconds that no date has', () => {
		expect(refusal('repositories', 'asOf', 8.64e15 + 1)).toEqual({ code: 'wrong-form', params: { pointer: '/repositories/0/asOf' } });
		expect(refusal('repositories', 'problems', [{ code: 'offline', subject: 'repository', params: {}, until: 1e17 }])).toMatchObject({
			params: { pointer: '/repositories/0/problems/0/until' },
		});
	});
});

describe('nothing makes the reader throw', () => {
	test('no bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				expect(typeof readExport(bytes).ok).toBe('boolean');
			}),
			{ numRuns: runs },
		);
	});

	test('no JSON in the place of any part of an export', () => {
		const keys = Object.keys(bundle);
		fc.assert(
			fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
				expect(typeof readExport(JSON.stringify({ ...bundle, [key]: value })).ok).toBe('boolean');
			}),
			{ numRuns: runs },
		);
	});
});
