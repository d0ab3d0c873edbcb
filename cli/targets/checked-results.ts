import type { EvidencePlace, Report } from '../../shared/report/report.ts';
import type { Issue } from '../../shared/results/issue.ts';
import type { EvalResult } from '../../shared/results/result.ts';
import { isAmbiguous } from '../../shared/trust/signature/ambiguity.ts';
import { RULES, type Verdict } from '../../shared/trust/signature/verdict.ts';
import { ownFiles } from '../own-files.ts';
import type { Target } from './target.ts';

/** A result with what its signature is worth. */
export interface CheckedResult {
	readonly result: EvalResult;
	readonly verdict: Verdict;
	/** As it is named from the folder that the program runs in; on a host, its path there. */
	readonly file: string;
	readonly place?: EvidencePlace;
}

/** The results of a target, each with the verdict on its token. */
export const checkedResults = (target: Extract<Target, { kind: 'read' }>): readonly CheckedResult[] =>
	target.reports.flatMap((report) => resultsOf(report, folderOf(target, report)));

export const folderOf = ({ folders }: Pick<Extract<Target, { kind: 'read' }>, 'folders'>, { repository }: Report): string =>
	folders?.get(repository.id) ?? '';

export function resultsOf({ results, assessments, evidence }: Report, folder: string): readonly CheckedResult[] {
	const places = new Map(evidence.map((place) => [place.id, place]));
	return results.map((result, index) => {
		const place = places.get(result.evidence);
		return {
			result,
			verdict: assessments[index]?.signature ?? UNSIGNED,
			file: pathFrom(folder, place?.path ?? ''),
			...(place && { place }),
		};
	});
}

const UNSIGNED: Verdict = { state: 'unsigned', rules: RULES, reasons: [], claims: [] };

export const pathFrom = (folder: string, path: string): string => `${folder}${folder && !folder.endsWith('/') ? '/' : ''}${path}`;

/** Files of which it cannot be told what they say: a token that they may hold would not be seen. */
export const unreadable = (report: Report): readonly { readonly place: EvidencePlace; readonly issue: Issue }[] =>
	ownFiles(report).flatMap((place) =>
		place.issues.filter((issue) => isAmbiguous(issue) || issue.code === 'not-a-list').map((issue) => ({ place, issue })),
	);
