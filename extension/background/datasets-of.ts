import type { DatasetsOf } from '../../shared/hosts/index.ts';
import { readResults } from '../../shared/results/read-results.ts';

/** The datasets that a result file speaks of, each once, in its order. */
export const datasetsOf: DatasetsOf = (bytes) => {
	const { results } = readResults(bytes, { evidence: '', tasksOf: () => undefined });
	return [...new Set(results.flatMap((result) => result.dataset.id ?? []))];
};
