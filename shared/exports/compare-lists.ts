import type { Report } from '../report/report.ts';
import type { ExportBundle } from './bundle.ts';
import { definitionsOf } from './definitions-of.ts';
import { difference } from './difference.ts';
import { type Listed, listed } from './listed.ts';
import { reportOfExport } from './report-of-export.ts';
import type { ExportProblem } from './verify-export.ts';

/** What an export lists beside its bytes, against what its bytes say when they are read again here. */
export function compareLists(bundle: ExportBundle): ExportProblem[] {
	const reports = reportOfExport(bundle);
	const read = reports.map(listed);
	return [
		...compare('/results', bundle.results, flat(read, 'results'), (result) => result.id),
		...compare('/assessments', bundle.assessments, flat(read, 'assessments'), (assessment) => assessment.result),
		...compare('/benchmarks', bundle.benchmarks, flat(read, 'benchmarks'), (benchmark) => `${benchmark.repository} ${benchmark.dataset}`),
		...compareFileIssues(bundle, read),
		...strays(bundle, reports),
	];
}

const flat = <K extends 'results' | 'assessments' | 'benchmarks'>(lists: readonly Listed[], key: K): Listed[K][number][] =>
	lists.flatMap((list) => [...list[key]]);

function compare<T>(pointer: string, before: readonly T[], now: readonly T[], idOf: (item: T) => string): ExportProblem[] {
	const read = new Map(now.map((item) => [idOf(item), item]));
	const names = new Set(before.map(idOf));
	return [
		...before.flatMap((item, index): ExportProblem[] => {
			const again = read.get(idOf(item));
			if (!again) return [{ code: 'not-in-bytes', pointer: `${pointer}/${index}`, params: { name: idOf(item) } }];
			const found = difference(item, again);
			if (!found) return [];
			const params = { name: idOf(item), listed: found.listed, read: found.read };
			return [{ code: 'differs', pointer: `${pointer}/${index}${found.pointer}`, params }];
		}),
		...[...read.keys()].filter((id) => !names.has(id)).map((id): ExportProblem => ({ code: 'not-listed', pointer, params: { name: id } })),
	];
}

function compareFileIssues(bundle: ExportBundle, read: readonly Listed[]): ExportProblem[] {
	const issues = new Map(read.flatMap((list) => [...list.issues]));
	return bundle.evidence.flatMap((piece, index): ExportProblem[] => {
		const found = piece.issues && difference(piece.issues, issues.get(piece.id) ?? []);
		if (!found) return [];
		const params = { name: piece.id, listed: found.listed, read: found.read };
		return [{ code: 'differs', pointer: `/evidence/${index}/issues${found.pointer}`, params }];
	});
}

/** Files that no repository of this export counts: they would be carried along unseen. */
function strays(bundle: ExportBundle, reports: readonly Report[]): ExportProblem[] {
	const homes = new Set(reports.map((report) => report.repository.id));
	const definitions = definitionsOf(bundle.benchmarks);
	return bundle.evidence.flatMap((piece, index): ExportProblem[] =>
		homes.has(piece.repository) || definitions.has(piece.id)
			? []
			: [{ code: 'names-nothing', pointer: `/evidence/${index}/repository`, params: { name: piece.repository } }],
	);
}
