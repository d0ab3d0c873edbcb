import { readResults } from './read-results.ts';

/** The datasets that a result file speaks of, each once, in its order. */
export function datasetsOf(bytes: Uint8Array): readonly string[] {
	const { results } = readResults(bytes, { evidence: '', tasksOf: () => undefined });
	return [...new Set(results.flatMap((result) => result.dataset.id ?? []))];
}
