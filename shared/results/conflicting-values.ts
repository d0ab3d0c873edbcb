import { byNotes, type ClaimFacts, claimsByTask, valuesOf } from './conflicts.ts';
import { shortened } from './entry-fields.ts';
import { type Issue, issue } from './issue.ts';
import type { EvalResult } from './result.ts';

/** How far the owners went along with a result. */
export type Standing = 'accepted' | 'open' | 'withdrawn';

/** Values that a sentence can hold. */
const LISTED = 5;

/**
 * Which results contradict one that the owners accepted, by result id. Those with notes of their own may be another setup and are only
 * shown beside each other. No stranger's pull request casts doubt on an accepted number, and what was withdrawn is settled. Entries of
 * one file that contradict each other are told by that file.
 */
export function conflictingValues(
	results: readonly EvalResult[],
	facts: ClaimFacts,
	standing: (result: EvalResult) => Standing,
): ReadonlyMap<string, Issue> {
	const found = new Map<string, Issue>();
	for (const claims of claimsByTask(results, facts).values()) {
		for (const same of byNotes(claims).values()) {
			const values = valuesOf(same);
			if (values.length < 2) continue;
			const listed = values.slice(0, LISTED).map(shortened).join(', ') + (values.length > LISTED ? ', …' : '');
			for (const { result } of same) {
				if (standing(result) === 'withdrawn') continue;
				const against = same.some(
					({ result: other }) => other.evidence !== result.evidence && differs(other, result) && standing(other) === 'accepted',
				);
				if (!against) continue;
				const at = result.valueAt ?? { line: result.line, column: 1 };
				found.set(result.id, issue('conflicting-values', `/${result.index}/value`, at, { values: listed }));
			}
		}
	}
	return found;
}

const differs = (a: EvalResult, b: EvalResult): boolean => (a.value ?? a.valueText) !== (b.value ?? b.valueText);
