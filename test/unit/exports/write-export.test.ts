import { describe, expect, test } from 'vitest';
import schema from '../../../schemas/export.schema.json';
import { fromBase64, toBase64 } from '../../../shared/exports/base64.ts';
import { reportOfExport } from '../../../shared/exports/report-of-export.ts';
import { partsOf, writeExport } from '../../../shared/exports/write-export.ts';
import { everyExportIsValid } from './arbitrary-evidence.ts';
import { exportOf, generator, steps, throughFile } from './repository.ts';

const { bundle, report } = exportOf();

describe('an export', () => {
	test('has the fields of the format, in its order', () => {
		expect(Object.keys(bundle)).toEqual([
			'format',
			'version',
			'exportedAt',
			'generator',
			'repositories',
			'evidence',
			'objects',
			'results',
			'benchmarks',
			'assessments',
		]);
		expect(bundle).toMatchObject({ format: 'evalmark-export', version: 1, exportedAt: '2026-09-21T14:13:21.000Z', generator });
	});

	test('is drawn as the page was', () => {
		const [drawn] = reportOfExport(throughFile(bundle));
		expect({ ...drawn, seq: 0 }).toEqual({ ...report, seq: 0 });
	});

	test('is the same to the byte, in whatever order the objects came', () => {
		const { evidence, objects } = partsOf(steps());
		const again = writeExport({
			report,
			evidence: evidence.toReversed(),
			objects: objects.toReversed(),
			exportedAt: 1_790_000_001_000,
			generator,
		});
		expect(JSON.stringify(again)).toBe(JSON.stringify(bundle));
	});

	test('carries the objects that lead to its files and no others', () => {
		// Three commits with two or three trees each, and the version that the pull request started from.
		expect(bundle.objects.map((object) => object.type).sort()).toEqual([
			'blob',
			'commit',
			'commit',
			'commit',
			'tree',
			'tree',
			'tree',
			'tree',
			'tree',
		]);
	});

	test('keeps values as written, and the bytes beside a reading of them', () => {
		expect(bundle.results.map((result) => result.valueText)).toEqual(['20.90', '61', '62.5']);
		const [piece] = bundle.evidence.filter((one) => one.role === 'results');
		expect(Buffer.from(piece?.bytes ?? '', 'base64').toString()).toBe(piece?.text);
	});

	test('lists only what the pull request itself adds', () => {
		expect(bundle.results.map((result) => [result.dataset.taskId, result.evidence.includes('.eval_results')])).toEqual([
			['owl_day', true],
			['owl_nite', true],
			['owl_night', true],
		]);
		expect(bundle.evidence.find((piece) => piece.submission)?.base).toHaveLength(1);
	});

	test('carries no address but http and https', () => {
		const list = steps().map((step) =>
			step.type === 'repository'
				? { ...step, repository: { ...step.repository, url: 'javascript:alert(1)', fileTemplate: 'data:x%path%' } }
				: step,
		);
		expect(exportOf(list).bundle.repositories[0]).toMatchObject({ url: '' });
		expect(exportOf(list).bundle.repositories[0]).not.toHaveProperty('fileTemplate');
	});
});

test(
	'whatever stands in the files, the export of it is valid, survives a file without loss and fits its own bytes',
	{ timeout: 240_000 },
	() => everyExportIsValid(Number(process.env.EVALMARK_RUNS ?? 1000)),
);

describe('base64', () => {
	test('survives a round trip at every length around the chunks', () => {
		for (const length of [0, 1, 2, 3, 0x7fff, 0x8000, 0x8001, 0x18000]) {
			const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) & 0xff);
			expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
			expect(fromBase64(toBase64(bytes))).toEqual(bytes);
		}
	});

	test.each(['QQ', 'QQ=', 'QR==', ' QQ==', 'QQ==\n', 'Q===', 'Q-==', '===='])('has one way to write bytes, and %j is none', (text) => {
		expect(fromBase64(text)).toBeUndefined();
	});
});

test('every field of the schema says what it is', () => {
	const silent: string[] = [];
	const visit = (node: unknown, path: string): void => {
		if (typeof node !== 'object' || node === null) return;
		const { properties, $defs, items } = node as { properties?: Record<string, object>; $defs?: Record<string, object>; items?: object };
		for (const [name, child] of Object.entries({ ...properties, ...$defs })) {
			if (!('$ref' in child) && !('title' in child && 'description' in child)) silent.push(`${path}/${name}`);
			visit(child, `${path}/${name}`);
		}
		visit(items, `${path}[]`);
	};
	visit(schema, '');
	expect(silent).toEqual([]);
});
