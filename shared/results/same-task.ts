import { shortened } from './entry-fields.ts';
import { groupBy } from './group-by.ts';
import { byPlace, type Issue, issue } from './issue.ts';
import type { EvalResult } from './result.ts';

/** Values that a sentence can hold. */
const LISTED = 5;

/** Dataset (ids differ in case only by accident) and task. */
export function taskKey({ dataset }: EvalResult): string | undefined {
	return dataset.id === undefined ? undefined : JSON.stringify([dataset.id.toLowerCase(), dataset.taskId ?? null]);
}

/** Where the value of an entry stands. */
export type ValueSite = Pick<Issue, 'pointer' | 'line' | 'column'>;

/** Marks entries of one file that give different values for the same task of the same benchmark. `sites`: of their values, in order. */
export function withSeveralValues(results: readonly EvalResult[], sites: readonly ValueSite[]): readonly EvalResult[] {
	const valued = results.filter((result) => result.valueText !== undefined);
	const contradicting = new Map<string | undefined, Issue['params']>();
	for (const [key, same] of groupBy(valued, taskKey)) {
		const distinct = new Map(same.map(({ value, valueText = '' }) => [value ?? valueText, shortened(valueText)]));
		if (key === undefined || distinct.size < 2) continue;
		const values = [...distinct.values()].slice(0, LISTED).join(', ') + (distinct.size > LISTED ? ', …' : '');
		contradicting.set(key, { count: distinct.size, values });
	}
	return results.map((result, position) => {
		const params = result.valueText === undefined ? undefined : contradicting.get(taskKey(result));
		const site = sites[position];
		if (!params || !site) return result;
		const found = issue('several-values-same-task', site.pointer, site, params);
		return { ...result, issues: [...result.issues, found].sort(byPlace) };
	});
}
