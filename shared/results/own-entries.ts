import { readResults, type Where } from './read-results.ts';
import type { EvalResult } from './result.ts';

/**
 * The entries that a pull request brings itself: those that do not stand, with the same meaning, in any version of the file that it
 * started from. Where in the file an entry stands, its comments and its spelling of YAML do not matter; its value does as written.
 */
export function ownEntries(results: readonly EvalResult[], baseFiles: readonly Uint8Array[], where: Where): readonly EvalResult[] {
	const inherited = new Set(baseFiles.flatMap((bytes) => readResults(bytes, where).results.map(meaning)));
	return results.filter((result) => !inherited.has(meaning(result)));
}

function meaning({ dataset, metric, valueText, date, source, notes, verifyToken }: EvalResult): string {
	const of = [dataset.id, dataset.taskId, dataset.revision, dataset.split, metric, valueText, date, notes, verifyToken];
	return JSON.stringify([...of, source?.url, source?.name, source?.user, source?.org].map((text) => text ?? null));
}
