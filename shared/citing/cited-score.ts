import type { Benchmark } from '../benchmarks/benchmark.ts';
import type { EvidencePlace, Report } from '../report/report.ts';
import type { Conflict } from '../results/conflicts.ts';
import type { EvalResult } from '../results/result.ts';
import type { Badge } from '../trust/badge.ts';
import { shownBadges } from '../trust/shown-badges.ts';

/** One score with all that a citation or a question about it rests on. */
export interface CitedScore {
	readonly report: Report;
	readonly result: EvalResult;
	readonly badges: readonly Badge[];
	readonly place?: EvidencePlace | undefined;
	readonly benchmark?: Benchmark | undefined;
	/** Where the same claim stands with other values: those values, as written, each once. */
	readonly conflicts: readonly { readonly conflict: Conflict; readonly others: readonly string[] }[];
}

/** The score of that id, `undefined` where the report has none. */
export function citedScore(report: Report, id: string): CitedScore | undefined {
	const index = report.results.findIndex((result) => result.id === id);
	const result = report.results[index];
	if (!result) return undefined;
	const dataset = result.dataset.id?.toLowerCase();
	return {
		report,
		result,
		badges: shownBadges(report.assessments[index] ?? { badges: [] }),
		place: report.evidence.find((place) => place.id === result.evidence),
		benchmark: dataset === undefined ? undefined : report.benchmarks.find((one) => one.dataset.toLowerCase() === dataset),
		conflicts: report.conflicts
			.filter(({ results }) => results.includes(id))
			.map((conflict) => ({ conflict, others: conflict.values.filter((value) => value !== result.valueText) }))
			.filter(({ others }) => others.length > 0),
	};
}

/** What a reader calls the benchmark: the registry's name, else its definition's, else the dataset as written. */
export const benchmarkName = ({ benchmark, result }: CitedScore): string | undefined =>
	benchmark?.known?.name ?? benchmark?.definition?.name ?? result.dataset.id ?? result.card?.datasetName;
