import type { EvidencePlace, Report } from '../report/report.ts';

/**
 * The result files of this very repository. A benchmark's `eval.yaml` is evidence too, but what is wrong with it is
 * said where that benchmark lives: it must not colour the page of a model that was measured on it.
 */
export function resultFiles({
	repository,
	evidence,
	benchmarks,
}: Pick<Report, 'repository' | 'evidence' | 'benchmarks'>): readonly EvidencePlace[] {
	const own = `${repository.id}@`;
	const definitions = new Set(benchmarks.map((benchmark) => benchmark.evidence));
	return evidence.filter((place) => place.id.startsWith(own) && !definitions.has(place.id));
}
