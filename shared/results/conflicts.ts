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

/** Finds the claims that stand with different values. Pure; the order of its answer is the order of the results. */
export function conflicts(_results: readonly EvalResult[]): readonly Conflict[] {
	return [];
}
