import { describe, expect, test } from 'vitest';
import type { ExportBundle } from '../../../shared/exports/bundle.ts';
import { localSteps } from '../../../shared/exports/local-files.ts';
import { madeAgain } from '../../../shared/exports/made-again.ts';
import { readExport } from '../../../shared/exports/read-export.ts';
import { verifyExport } from '../../../shared/exports/verify-export.ts';
import type { CollectStep } from '../../../shared/hosts/evidence.ts';
import { digest, exportOf, fileInCommit, home, object, throughFile, utf8 } from './repository.ts';

/** An export as a forger sees it: everything can be changed. */
type Forged = Record<'repositories' | 'evidence' | 'objects', Record<string, unknown>[]>;

type Path = readonly (string | number)[];

/** Paths of all leaves. */
function leaves(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
	return keys.flatMap((key) => leaves((value as Record<string | number, unknown>)[key], [...path, key]));
}

const at = (value: unknown, path: Path): unknown => path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value);

/** A copy in which one leaf is another value. */
function changed(bundle: ExportBundle, path: Path, value: unknown): ExportBundle {
	const copy = throughFile(bundle);
	(at(copy, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1) ?? ''] = value;
	return copy;
}

const pointer = (path: Path) => `/${path.join('/')}`;

/** Another character of the same alphabet at that place. */
const flipped = (text: string, place: number): string => {
	const other = text[place] === 'b' ? 'c' : 'b';
	return text.slice(0, place) + other + text.slice(place + 1);
};

const { bundle } = exportOf();

describe('an export that nobody touched', () => {
	test('fits, with every file and object hashed again and every file followed to its commit', async () => {
		const check = await verifyExport(throughFile(bundle), digest);
		expect(check).toEqual({ rehashed: bundle.objects.length + 3, proven: 3, stated: [], unproven: [], problems: [] });
		expect(bundle.results.map((result) => result.valueText)).toEqual(['20.90', '61', '62.5']);
	});

	test('fits with ids of SHA-256 as well, and is held to them', async () => {
		const { objects, evidence } = fileInCommit('.eval_results/owl.yaml', utf8('- dataset:\n    id: a/b\n  value: 1\n'), {}, 'sha256');
		const long = exportOf([
			{ type: 'repository', repository: { ...home, head: evidence.commit } },
			{ type: 'objects', objects },
			{ type: 'evidence', evidence },
			{ type: 'done', at: 1 },
		]).bundle;
		expect(long.evidence[0]?.blob).toHaveLength(64);
		expect(readExport(JSON.stringify(long)).ok).toBe(true);
		expect(await verifyExport(long, digest)).toMatchObject({ rehashed: 4, proven: 1, problems: [] });
		const other = changed(long, ['evidence', 0, 'bytes'], flipped(long.evidence[0]?.bytes ?? '', 5));
		expect((await verifyExport(other, digest)).problems.map((problem) => problem.code)).toContain('blob-hash');
	});

	test('of files from a disk fits too, and says that nothing shows where they stood', async () => {
		const steps = await localSteps(
			'kestrel',
			[{ path: '.eval_results/a.yaml', bytes: utf8('- dataset:\n    id: a/b\n  value: 1\n') }],
			5,
			digest,
		);
		const local = exportOf(steps).bundle;
		expect(readExport(JSON.stringify(local)).ok).toBe(true);
		const check = await verifyExport(local, digest);
		expect(check).toMatchObject({ rehashed: 1, proven: 0, problems: [] });
		expect(check.unproven).toEqual([local.evidence[0]?.id]);
	});
});

// Some thousand exports are checked here; a busy computer takes its time.
describe('a flipped byte is named', { timeout: 120_000 }, () => {
	test.each(bundle.evidence.map((piece, index) => [index, piece.path, piece.ref] as const))(
		'anywhere in file %i, %s of %s',
		async (index) => {
			const text = bundle.evidence[index]?.bytes ?? '';
			for (let place = 0; place < text.length; place += 1) {
				const check = await verifyExport(changed(bundle, ['evidence', index, 'bytes'], flipped(text, place)), digest);
				expect(
					check.problems.map((problem) => problem.pointer),
					`character ${place}`,
				).toContain(`/evidence/${index}/bytes`);
			}
		},
	);

	test.each(bundle.objects.map((one, index) => [index, one.type] as const))('anywhere in object %i, a %s', async (index) => {
		const text = bundle.objects[index]?.bytes ?? '';
		for (let place = 0; place < text.length; place += 1) {
			const { problems } = await verifyExport(changed(bundle, ['objects', index, 'bytes'], flipped(text, place)), digest);
			expect(
				problems.some((problem) => problem.pointer.startsWith(`/objects/${index}`)),
				`character ${place}`,
			).toBe(true);
		}
	});

	test('in every digit of every object id', async () => {
		const ids = leaves(bundle).filter((path) => /^[0-9a-f]{40}$/.test(String(at(bundle, path))) && path[0] !== 'repositories');
		expect(ids.length).toBeGreaterThan(10);
		for (const path of ids) {
			const oid = String(at(bundle, path));
			for (let place = 0; place < oid.length; place += 1) {
				const { problems } = await verifyExport(changed(bundle, path, flipped(oid, place)), digest);
				const entry = pointer(path.slice(0, 2));
				expect(
					problems.some((problem) => problem.pointer.startsWith(entry)),
					`${pointer(path)} digit ${place}`,
				).toBe(true);
			}
		}
	});

	test('in every value that is listed beside the bytes', async () => {
		const listed = leaves(bundle).filter(([list]) => ['results', 'assessments', 'benchmarks'].includes(String(list)));
		expect(listed.length).toBeGreaterThan(60);
		for (const path of listed) {
			const value = at(bundle, path);
			const other = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`;
			const { problems } = await verifyExport(changed(bundle, path, other), digest);
			const named = problems.map((problem) => problem.pointer);
			expect(
				named.some((place) => pointer(path).startsWith(place)),
				`${pointer(path)}: ${named}`,
			).toBe(true);
		}
	});

	test('in everything else that git or the files can prove', async () => {
		// Nothing in git proves these: they are the host's word, and the documentation says so.
		const hostsWord =
			/^\/(?:exportedAt|version|format|generator\/.*|repositories\/\d+\/(?!(?:id|origin|path|head)$).*|evidence\/\d+\/(?:ref|submission\/(?:title|url)))$/;
		const provable = leaves(bundle).filter((path) => !hostsWord.test(pointer(path)));
		for (const path of provable) {
			const value = at(bundle, path);
			const other = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`;
			const { problems } = await verifyExport(changed(bundle, path, other), digest);
			expect(problems.length, pointer(path)).toBeGreaterThan(0);
		}
	});
});

describe('what is left out or put in is named', () => {
	const codes = async (changedBundle: ExportBundle) => (await verifyExport(changedBundle, digest)).problems.map((problem) => problem.code);

	test('a result that is listed and stands in no file', async () => {
		const invented = { ...bundle.results[0]!, id: `${bundle.results[0]?.evidence}#9`, index: 9 };
		expect(await codes({ ...bundle, results: [...bundle.results, invented] })).toContain('not-in-bytes');
	});

	test('a result that stands in a file and is not listed', async () => {
		expect(await codes({ ...bundle, results: bundle.results.slice(1) })).toContain('not-listed');
	});

	test('a badge that the rules do not give', async () => {
		const [first, ...rest] = bundle.assessments;
		const assessments = [{ ...first!, badges: [{ code: 'verified' }] }, ...rest];
		expect(await codes({ ...bundle, assessments })).toContain('differs');
	});

	test('an object on the way that is missing', async () => {
		for (const [index] of bundle.objects.entries()) {
			expect(await codes({ ...bundle, objects: bundle.objects.toSpliced(index, 1) })).toContain('object-missing');
		}
	});

	test('a second entry under the same id, also where the first is right', async () => {
		const forged = { ...bundle.results[0]!, valueText: '99.9', value: 99.9 };
		expect(await codes({ ...bundle, results: [...bundle.results, forged] })).toEqual(expect.arrayContaining(['same-id', 'differs']));
	});

	test('a file with another content that hashes to its own blob, but stands in no commit', async () => {
		const forged = object('blob', utf8('- dataset:\n    id: a/b\n  value: 99\n'));
		const bytes = Buffer.from(forged.bytes).toString('base64');
		const text = Buffer.from(forged.bytes).toString();
		const evidence = bundle.evidence.with(0, { ...bundle.evidence[0]!, blob: forged.oid, bytes, text });
		expect(await codes({ ...bundle, evidence })).toContain('other-blob');
	});

	test('a file that belongs to no repository of the export', async () => {
		expect(await codes({ ...bundle, repositories: [] })).toContain('names-nothing');
	});
});

describe('what an export says of its files and they contradict is named', () => {
	const [main, pull, definition] = ['refs/heads/main', 'refs/pull/7/head', 'eval.yaml'].map((one) =>
		bundle.evidence.findIndex(
			(piece) => (one === 'eval.yaml' ? piece.path : piece.ref) === one && (piece.path === 'eval.yaml') === (one === 'eval.yaml'),
		),
	);
	/** The places that are named when a forger changed an export and made its lists fit what he did. */
	const named = async (forge: (copy: Forged) => void) => {
		const copy = throughFile(bundle) as unknown as Forged;
		forge(copy);
		const fitting = madeAgain(copy as unknown as ExportBundle);
		return (await verifyExport(fitting, digest)).problems.map(({ code, pointer }) => `${code} ${pointer}`);
	};

	test.each([
		['path', 'famous-lab/kestrel', 'id-differs /repositories/0/id'],
		['origin', 'https://famous.example', 'id-differs /repositories/0/id'],
		['origin', 'https://git.example.org@famous.example', 'id-differs /repositories/0/origin'],
		['url', 'https://famous.example/lumen-labs/kestrel', 'other-site /repositories/0/url'],
		['url', 'https://git.example.org@famous.example/', 'other-site /repositories/0/url'],
	] as const)('the %s of a repository that is %s', async (field, value, problem) => {
		expect(await named(({ repositories }) => Object.assign(repositories[0]!, { [field]: value }))).toContain(problem);
	});

	test.each(['notes/example.yaml', '.eval_results/notes.txt', 'x/.eval_results/a.yaml', 'x/eval.yaml'])(
		'a genuine file at %s, which is none of those that are read',
		async (path) => {
			for (const role of ['results', 'benchmark'] as const) {
				const { objects, evidence } = fileInCommit(path, utf8('- dataset:\n    id: a/b\n  value: 99\n'), {
					role,
					dataset: 'lumen-labs/kestrel',
				});
				const list: CollectStep[] = [
					{ type: 'repository', repository: { ...home, head: evidence.commit } },
					{ type: 'objects', objects },
					{ type: 'evidence', evidence },
					{ type: 'done', at: 1 },
				];
				const { problems } = await verifyExport(exportOf(list).bundle, digest);
				expect(problems.map((problem) => problem.code)).toEqual(['other-role']);
			}
		},
	);

	test.each(['benchmark', 'something-newer'])('a result file that is called %s, so that its results are gone', async (role) => {
		const problems = await named(({ evidence }) => Object.assign(evidence[main!]!, { role, dataset: 'lumen-labs/kestrel' }));
		expect(problems).toEqual([`other-role /evidence/${main}/role`]);
	});

	test('a definition of another dataset than that of its repository', async () => {
		const problem = `other-dataset /evidence/${definition}/dataset`;
		for (const dataset of ['cais/hle', 'owl-bench-2', 'x/acme/owl-bench'])
			expect(await named(({ evidence }) => Object.assign(evidence[definition!]!, { dataset }))).toContain(problem);
		expect(await named(({ evidence }) => delete evidence[definition!]!.dataset)).toContain(problem);
		const louder = await named(({ evidence }) => Object.assign(evidence[definition!]!, { dataset: 'ACME/Owl-Bench' }));
		expect(louder).not.toContain(problem);
	});

	test('a file that is its own earlier version, so that its results are gone', async () => {
		const problems = await named(({ evidence, objects }) => {
			const { blob, bytes } = evidence[pull!]!;
			evidence[pull!]!.base = [blob];
			objects.push({ oid: blob, type: 'blob', bytes });
		});
		expect(problems).toEqual([`not-a-base /evidence/${pull}/base/0`]);
	});

	test('an earlier version of a file that no pull request brought', async () => {
		const problems = await named(({ evidence }) => Object.assign(evidence[main!]!, { base: evidence[pull!]!.base }));
		expect(problems).toContain(`not-a-base /evidence/${main}/base/0`);
	});

	test('another number, or none, than that of the pull request whose ref it is', async () => {
		const problem = `other-ref /evidence/${pull}/ref`;
		expect(await named(({ evidence }) => Object.assign(evidence[pull!]!.submission as object, { number: 99 }))).toEqual([problem]);
		expect(await named(({ evidence }) => Object.assign(evidence[pull!]!, { ref: 'refs/heads/main' }))).toEqual([problem]);
		expect(await named(({ evidence }) => delete evidence[pull!]!.submission)).toContain(problem);
		expect(await named(({ evidence }) => Object.assign(evidence[pull!]!, { ref: 'refs/pr/7' }))).toEqual([]);
	});

	test('a file without a pull request at another commit than the head, or where no head is known', async () => {
		const problem = `not-head /evidence/${main}/commit`;
		expect(await named(({ evidence, repositories }) => Object.assign(repositories[0]!, { head: evidence[pull!]!.commit }))).toEqual([
			problem,
		]);
		expect(await named(({ repositories }) => delete repositories[0]!.head)).toEqual([problem]);
	});

	test('no commit at all for a file that is said to stand on a host', async () => {
		const problems = await named(({ evidence, repositories }) => {
			const commit = '0'.repeat(40);
			Object.assign(evidence[main!]!, { commit, id: `${home.id}@${commit}:.eval_results/owl.yaml` });
			repositories[0]!.head = commit;
		});
		expect(problems).toEqual([`object-missing /evidence/${main}/commit`]);
	});
});

test('an export that does not fit is made again from its bytes alone', () => {
	const forged = throughFile({ ...bundle, results: bundle.results.map((result) => ({ ...result, valueText: '99' })), assessments: [] });
	const again = madeAgain({ ...forged, evidence: forged.evidence.map((piece) => ({ ...piece, text: '99' })) });
	expect(again).toEqual(bundle);
});

test('fields of a newer minor version are no problem', async () => {
	const newer = throughFile(bundle) as unknown as Record<string, Record<string, unknown>[]>;
	newer.results![0]!.signature = { state: 'valid' };
	newer.assessments![0]!.flags = ['spike'];
	expect((await verifyExport(newer as unknown as ExportBundle, digest)).problems).toEqual([]);
});
