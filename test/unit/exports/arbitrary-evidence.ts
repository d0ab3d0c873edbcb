import fc from 'fast-check';
import { expect } from 'vitest';
import { readExport } from '../../../shared/exports/read-export.ts';
import { verifyExport } from '../../../shared/exports/verify-export.ts';
import { partsOf, writeExport } from '../../../shared/exports/write-export.ts';
import type { CollectStep } from '../../../shared/hosts/evidence.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { digest, fileInCommit, generator, home, numbered, utf8 } from './repository.ts';

/** Text that looks enough like a result file or a definition to get far into their readers. */
const scalar = fc.oneof(
	fc.constantFrom(
		'20.90',
		'.nan',
		'.inf',
		'-0',
		'1e999',
		'0x1f',
		'"61"',
		'null',
		'~',
		'2026-03-11',
		'!!binary aGk=',
		'*a',
		'&a x',
		'|',
		'\u0000',
		'99999999999999999999',
	),
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.double().map(String),
);
const key = fc.constantFrom(
	'dataset',
	'id',
	'task_id',
	'value',
	'date',
	'source',
	'url',
	'name',
	'notes',
	'verifyToken',
	'metric',
	'__proto__',
	'constructor',
	'tasks',
	'scorers',
	'epochs',
	'field_spec',
	'args',
	'solvers',
	'toJSON',
);
const line = fc
	.tuple(fc.constantFrom('', '  ', '    ', '- ', '  - ', '    - '), key, fc.constantFrom(': ', ':', ' '), scalar)
	.map((parts) => parts.join(''));
const yaml = fc.oneof(
	{ weight: 3, arbitrary: fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n')) },
	{
		weight: 3,
		arbitrary: fc
			.array(fc.tuple(scalar, scalar, scalar, scalar), { maxLength: 4 })
			.map((entries) =>
				entries
					.map(([id, task, value, note]) => `- dataset:\n    id: ${id}\n    task_id: ${task}\n  value: ${value}\n  notes: ${note}\n`)
					.join(''),
			),
	},
	{
		weight: 1,
		arbitrary: fc
			.tuple(scalar, scalar, scalar)
			.map(
				([name, id, arg]) => `name: ${name}\ntasks:\n  - id: ${id}\n    solvers:\n      - name: s\n        args:\n          x: ${arg}\n`,
			),
	},
	{ weight: 1, arbitrary: fc.json() },
);
const bytes = fc.oneof({ weight: 4, arbitrary: yaml.map(utf8) }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) });

const sentence = fc.string({ unit: 'binary', maxLength: 20 });
const submission = fc.record(
	{
		number: fc.integer({ min: 1, max: 1e6 }),
		state: fc.constantFrom('open', 'draft', 'closed', 'merged', 'unknown'),
		author: sentence,
		title: sentence,
		url: fc.oneof(fc.constantFrom('https://example.org/1', 'javascript:alert(1)'), sentence),
	} as const,
	{ requiredKeys: ['number', 'state'] },
);

/** Names that a dataset can have on no host, too; without one there is no definition of it. */
const name = sentence.map((text) => text || 'x');

/** Collect steps of one repository whose files hold anything at all. */
const steps = fc
	.record({ main: bytes, pull: bytes, submission, definition: bytes, dataset: fc.oneof(fc.constant('a/b'), name), path: sentence })
	.map(({ main, pull, submission: from, definition, dataset, path }): readonly CollectStep[] => {
		// Git knows no such names in a tree.
		const file = path.replace(/[/\0\uFFFD\uD800-\uDFFF]/g, '') || 'x';
		const one = fileInCommit(`.eval_results/main-${file}.yaml`, main);
		const two = fileInCommit('.eval_results/x.yaml', pull, {
			ref: `refs/pull/${from.number}/head`,
			submission: from,
			// What stands on the default branch as it is, no pull request brought.
			...(Buffer.from(main).equals(pull) ? {} : { base: [{ blob: one.evidence.blob, bytes: main }] }),
		});
		const three = fileInCommit('eval.yaml', definition, {
			repository: `${home.origin}/datasets/${dataset}`,
			role: 'benchmark',
			dataset,
		});
		return [
			{ type: 'repository', repository: { ...home, head: one.evidence.commit } },
			{ type: 'objects', objects: [...one.objects, ...two.objects, ...three.objects] },
			{ type: 'evidence', evidence: one.evidence },
			{ type: 'evidence', evidence: two.evidence },
			{ type: 'evidence', evidence: three.evidence },
			{ type: 'benchmark', dataset, found: true },
			{ type: 'problem', problem: { code: 'corrupt', subject: 'file', params: { path, size: Number.POSITIVE_INFINITY }, until: 1.5 } },
			{ type: 'done', at: 1_790_000_000_000 },
		];
	});

/** Whatever stands in the files: the export of it is valid, survives a file without loss, and fits its own bytes. */
export const everyExportIsValid = (runs: number): Promise<void> =>
	fc.assert(
		fc.asyncProperty(steps, async (list) => {
			const report = buildReport(numbered(list));
			if (!report) throw new Error('the steps name no repository');
			const bundle = writeExport({ report, ...partsOf(list), exportedAt: 1_790_000_001_000, generator });
			const read = readExport(new TextEncoder().encode(JSON.stringify(bundle)));
			expect(read).toEqual({ ok: true, bundle });
			expect((await verifyExport(bundle, digest)).problems).toEqual([]);
		}),
		{ numRuns: runs },
	);
