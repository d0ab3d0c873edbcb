import type { Outcome } from '../../outcome.ts';

/** Work that is begun now and awaited later: an abort in between must not pass for a failure that nobody caught. */
export function quiet<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
	work.catch(() => undefined);
	return work;
}
