import { readResults } from './read-results.ts';
import type { EvalResult } from './result.ts';

/** What the entries of a file mean, so that an entry can be found again wherever it stands. */
export type Meanings = ReadonlySet<string>;

/** The meanings of a file's entries. Bad input has those of what could be read of it. */
export const meanings = (bytes: Uint8Array): Meanings =>
	new Set(readResults(bytes, { evidence: '', tasksOf: () => undefined }).results.map(meaning));

/**
 * The entries that a pull request brings itself: those that do not stand, with the same meaning, in any version of the file that it
 * started from. Where in the file an entry stands, its comments and its spelling of YAML do not matter; its value does as written.
 */
export function ownEntries(results: readonly EvalResult[], earlier: readonly Meanings[]): readonly EvalResult[] {
	return results.filter((result) => {
		const what = meaning(result);
		return !earlier.some((file) => file.has(what));
	});
}

function meaning({ dataset, metric, valueText, date, source, notes, verifyToken }: EvalResult): string {
	const of = [dataset.id, dataset.taskId, dataset.revision, dataset.split, metric, valueText, date, notes, verifyToken];
	return JSON.stringify([...of, source?.url, source?.name, source?.user, source?.org].map((text) => text ?? null));
}
