import type { Problem } from '../../shared/hosts/evidence.ts';

/** A host that names a moment that is near each time is still left alone this long, ms. */
const BETWEEN = 60_000;
/** The longest wait that a timer can count, ms: it takes a longer one for none. */
const LONGEST = 2 ** 31 - 1;

/**
 * Asks again, by itself, once the hosts' time is over, until the signal aborts. Tell the answer the problems of each reading that has
 * ended: it waits for the first `until` among them, never asks before that, and for none of them twice.
 */
export function waitUntil(ask: () => void, signal: AbortSignal): (problems: readonly Problem[]) => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let asked: number | undefined;
	signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

	const wait = (until: number) => {
		timer = setTimeout(
			() => {
				// A timer counts no time in which the computer slept, and the clock may have been set back.
				if (Date.now() < until) return wait(until);
				asked = Date.now();
				ask();
			},
			Math.min(Math.max(0, until - Date.now()), LONGEST),
		);
	};
	return (problems) => {
		clearTimeout(timer);
		if (signal.aborted) return;
		const over = asked ?? Number.NEGATIVE_INFINITY;
		const ahead = problems.flatMap(({ until }) => (until !== undefined && until > over ? [until] : []));
		if (ahead.length > 0) wait(Math.max(Math.min(...ahead), over + BETWEEN));
	};
}
