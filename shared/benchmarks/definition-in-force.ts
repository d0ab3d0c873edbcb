import type { EvalResult } from '../results/result.ts';
import type { Benchmark, EarlierDefinition } from './benchmark.ts';

/** Fewer digits of a commit could be any. */
const DIGITS = 7;

/**
 * The earlier definition that held when a score was measured: the one at the revision that the result pins, or, where it pins none, the
 * one that held at its date. `undefined`: today's, or it cannot be told.
 */
export function definitionInForce(
	{ earlier }: Pick<Benchmark, 'earlier'>,
	result: Pick<EvalResult, 'dataset' | 'date'>,
): EarlierDefinition | undefined {
	const revision = result.dataset.revision?.trim().toLowerCase();
	if (revision !== undefined && revision !== '') {
		return revision.length < DIGITS ? undefined : earlier?.find(({ commit }) => commit.startsWith(revision));
	}
	const at = result.date === undefined ? Number.NaN : Date.parse(result.date);
	return earlier?.find(({ from, until }) => (from === undefined || at >= Date.parse(from)) && at < Date.parse(until ?? ''));
}
