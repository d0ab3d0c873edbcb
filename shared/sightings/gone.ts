import type { Evidence, Gone } from '../hosts/evidence.ts';
import type { RepositoryId } from '../hosts/repo-page.ts';
import { readModelIndex } from '../results/model-index/read-model-index.ts';
import { meanings, ownEntries } from '../results/own-entries.ts';
import { readResults } from '../results/read-results.ts';
import type { Store } from '../store/store.ts';

/** A score of a repository, and when it was seen there last. */
type Remembered = Omit<Gone, 'instead'>;

/** So many scores of one repository are remembered. */
const SCORES = 2_000;
/** What is gone is told for so long after it was last seen, in ms. */
const TOLD = 90 * 24 * 3_600_000;

const keyOf = (repository: RepositoryId): string => `repository ${repository}`;
const claimOf = ({ dataset, taskId }: Pick<Gone, 'dataset' | 'taskId'>): string =>
	JSON.stringify([dataset?.toLowerCase(), taskId?.toLowerCase()]);
const scoreOf = (one: Pick<Gone, 'dataset' | 'taskId' | 'value'>): string => `${claimOf(one)} ${one.value}`;

/**
 * What stood here when it was last read and stands nowhere here any more: neither on the default branch nor in a pull request. A score
 * that moved from a pull request to the default branch is not gone, and neither is one in another file.
 */
export async function goneSince(
	repository: RepositoryId,
	evidence: readonly Evidence[],
	store: Store,
	now: number,
): Promise<readonly Gone[]> {
	const before = (await store.get<readonly Remembered[]>('sighting', keyOf(repository)))?.value ?? [];
	if (before.length === 0) return [];
	const here = scoresIn(repository, evidence, now);
	const standing = new Set(here.map(scoreOf));
	const accepted = new Map(here.filter(({ number }) => number === undefined).map((one) => [claimOf(one), one.value]));
	const told = new Set<string>();
	return before.flatMap((one) => {
		const score = scoreOf(one);
		if (standing.has(score) || told.has(score) || now - one.at > TOLD) return [];
		told.add(score);
		const instead = accepted.get(claimOf(one));
		return [{ ...one, ...(instead !== undefined && { instead }) }];
	});
}

/**
 * Remembers what stands here now, and keeps what does not: it is gone, or could not be read this time.
 */
export async function rememberScores(repository: RepositoryId, evidence: readonly Evidence[], store: Store, now: number): Promise<void> {
	const here = scoresIn(repository, evidence, now);
	const before = (await store.get<readonly Remembered[]>('sighting', keyOf(repository)))?.value ?? [];
	const standing = new Set(here.map(scoreOf));
	const kept = before.filter((one) => !standing.has(scoreOf(one)) && now - one.at <= TOLD);
	if (here.length + kept.length === 0) return;
	await store.put('sighting', keyOf(repository), { value: [...here, ...kept].slice(0, SCORES), at: now });
}

function scoresIn(repository: RepositoryId, evidence: readonly Evidence[], now: number): readonly Remembered[] {
	const found = new Map<string, Remembered>();
	for (const { repository: of, role, path, commit, bytes, submission, base } of evidence) {
		if (of !== repository || role === 'benchmark' || submission?.state === 'merged') continue;
		const all = role === 'card' ? readModelIndex(bytes, path) : readResults(bytes, { evidence: path, tasksOf: () => undefined });
		for (const { dataset, valueText } of base
			? ownEntries(
					all.results,
					base.map((file) => meanings(file.bytes)),
				)
			: all.results) {
			if (valueText === undefined) continue;
			const score = {
				path,
				commit,
				...(submission && { number: submission.number }),
				...(dataset.id !== undefined && { dataset: dataset.id.slice(0, 200) }),
				...(dataset.taskId !== undefined && { taskId: dataset.taskId.slice(0, 200) }),
				value: valueText.slice(0, 200),
				at: now,
			};
			if (!found.has(scoreOf(score))) found.set(scoreOf(score), score);
		}
	}
	return [...found.values()];
}
