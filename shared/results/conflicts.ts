import { groupBy } from './group-by.ts';
import type { EvalResult } from './result.ts';

/** The same claim with different values: of one benchmark and task, from the default branch, pull requests and the model card. */
export interface Conflict {
	/** Dataset and task in a canonical spelling. */
	readonly key: string;
	/** As first written. */
	readonly dataset: string;
	readonly taskId?: string;
	/** Result ids, in the report's order. */
	readonly results: readonly string[];
	/** The different values as written, each once. */
	readonly values: readonly string[];
	/** Every value has notes of its own, which may explain the difference: another setup, not another truth. */
	readonly notesDiffer: boolean;
}

/** What telling claims apart takes besides the results. */
export interface ClaimFacts {
	/** One spelling for all names of a benchmark. */
	readonly canonical: (dataset: string) => string;
	/** Task ids of a benchmark, `undefined` where not all are known. */
	readonly tasksOf: (dataset: string) => readonly string[] | undefined;
}

export interface Claim {
	readonly result: EvalResult;
	readonly task: string;
}

/** Finds the claims that stand with different values. Pure; the order of its answer is the order of the results. */
export function conflicts(results: readonly EvalResult[], facts: ClaimFacts): readonly Conflict[] {
	const found: Conflict[] = [];
	for (const [key, claims] of claimsByTask(results, facts)) {
		const values = valuesOf(claims);
		const [first] = claims;
		if (!first || values.length < 2) continue;
		found.push({
			key,
			dataset: first.result.dataset.id ?? '',
			taskId: first.task,
			results: claims.map(({ result }) => result.id),
			values,
			notesDiffer: [...byNotes(claims).values()].every((same) => valuesOf(same).length < 2),
		});
	}
	return found;
}

/** Claims by benchmark and task. Those of which it cannot be told what they are about are in no group. */
export function claimsByTask(results: readonly EvalResult[], facts: ClaimFacts): ReadonlyMap<string, readonly Claim[]> {
	const metrics = metricsOfCard(results, facts);
	const claims = results.flatMap((result): Claim[] => {
		const { id } = result.dataset;
		if (id === undefined || result.valueText === undefined) return [];
		const task = taskOf(result, facts);
		if (task === undefined) return [];
		// A card with several metrics of one benchmark does not say which of them is the benchmark's own.
		if (result.kind === 'model-index' && (metrics.get(facts.canonical(id))?.size ?? 0) > 1) return [];
		return [{ result, task }];
	});
	return groupBy(claims, ({ result, task }) => JSON.stringify([facts.canonical(result.dataset.id ?? ''), task]));
}

function metricsOfCard(results: readonly EvalResult[], { canonical }: ClaimFacts): ReadonlyMap<string, ReadonlySet<string>> {
	const found = new Map<string, Set<string>>();
	for (const { kind, dataset, metric = '' } of results) {
		if (kind !== 'model-index' || dataset.id === undefined) continue;
		const key = canonical(dataset.id);
		found.set(key, (found.get(key) ?? new Set()).add(metric));
	}
	return found;
}

/** A card names no task: it is the benchmark's only one, or the one that its configuration or name spells. */
function taskOf({ kind, dataset, card }: EvalResult, { tasksOf }: ClaimFacts): string | undefined {
	if (kind !== 'model-index') return dataset.taskId;
	const tasks = tasksOf(dataset.id ?? '');
	if (tasks?.length === 1) return tasks[0];
	const names = [card?.config, card?.datasetName, dataset.split].flatMap((name) => (name === undefined ? [] : [letters(name)]));
	return tasks?.find((task) => names.includes(letters(task)));
}

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Claims that say the same of how they were made. */
export const byNotes = (claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> =>
	groupBy(claims, ({ result }) => letters(result.notes ?? ''));

/** Their different values as written; numbers are compared as numbers. */
export function valuesOf(claims: readonly Claim[]): readonly string[] {
	return [...new Map(claims.map(({ result }) => [result.value ?? result.valueText, result.valueText ?? ''])).values()];
}
