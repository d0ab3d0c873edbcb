import { groupBy } from '../../results/group-by.ts';
import { type Issue, issue } from '../../results/issue.ts';
import type { EvalResult } from '../../results/result.ts';
import { taskKey } from '../../results/same-task.ts';

/** A value up to 1 may be a fraction, one from 1.5 on is none. Between the two nothing can be said. */
const FRACTION_UP_TO = 1;
const PERCENT_FROM = 1.5;
const PERCENT_UP_TO = 100;

type Valued = EvalResult & { readonly value: number; readonly valueText: string };

/**
 * Which results of a repository look like fractions beside percentages of the same benchmark, by result id. Values are only doubted,
 * never rescaled. Within one task any two values are on one scale. Tasks of one benchmark may measure different things
 * (a word error rate of 6.05 beside a speed of 3386.02), so across tasks only a value written with two decimals or more is
 * doubted, and only if all other values could be percentages.
 */
export function scaleMixed(results: readonly EvalResult[]): ReadonlyMap<string, Issue> {
	const found = new Map<string, Issue>();
	const valued = results.filter(isValued);
	for (const [key, sameTask] of groupBy(valued, taskKey)) {
		if (key !== undefined) doubt(sameTask.filter(mayBeFraction), sameTask.filter(isBeyondFraction), found);
	}
	for (const [dataset, sameDataset] of groupBy(valued, (result) => result.dataset.id?.toLowerCase())) {
		const others = sameDataset.filter((result) => !mayBeFraction(result));
		if (dataset === undefined || !others.every(mayBePercent)) continue;
		doubt(
			sameDataset.filter((result) => mayBeFraction(result) && decimals(result.valueText) >= 2),
			others,
			found,
		);
	}
	return found;
}

function doubt(fractions: readonly Valued[], percentages: readonly Valued[], found: Map<string, Issue>): void {
	const [other] = percentages;
	if (!other) return;
	for (const { id, index, line, valueAt, valueText } of fractions) {
		if (found.has(id)) continue;
		found.set(id, issue('scale-mixed', `/${index}/value`, valueAt ?? { line, column: 1 }, { value: valueText, other: other.valueText }));
	}
}

const isValued = (result: EvalResult): result is Valued => result.value !== undefined && result.valueText !== undefined;
/** `0.5%` says itself what it is. */
const mayBeFraction = ({ value, valueText }: Valued): boolean => value > 0 && value <= FRACTION_UP_TO && !valueText.trimEnd().endsWith('%');
const isBeyondFraction = ({ value }: Valued): boolean => value > PERCENT_FROM;
const mayBePercent = ({ value }: Valued): boolean => value >= PERCENT_FROM && value <= PERCENT_UP_TO;

function decimals(written: string): number {
	return /\.(\d*)/.exec(written)?.[1]?.length ?? 0;
}
