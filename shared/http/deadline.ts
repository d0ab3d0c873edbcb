import type { Ports } from '../ports.ts';

/** Rejects as soon as the signal is aborted, with its reason; for ports that do not notice themselves. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		const stop = () => reject(signal.reason);
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}

/** Aborts the request itself; told apart from every reason that a caller may give. */
export class TimeIsUp extends Error {
	override readonly name = 'TimeIsUp';
}

/**
 * A signal that follows the caller's and adds time limits of its own.
 * `limit` starts one and answers with what calls it off; `end` calls everything off and stops whatever still runs.
 */
export function deadline(ports: Pick<Ports, 'sleep'>, caller: AbortSignal) {
	const work = new AbortController();
	const timers = new AbortController();
	const follow = () => work.abort(caller.reason);
	if (caller.aborted) follow();
	caller.addEventListener('abort', follow, { once: true });

	const limit = (milliseconds: number) => {
		const timer = new AbortController();
		const off = () => timer.abort();
		timers.signal.addEventListener('abort', off, { once: true });
		ports.sleep(milliseconds, timer.signal).then(
			() => {
				if (!timer.signal.aborted) work.abort(new TimeIsUp());
			},
			// Called off.
			() => {},
		);
		return off;
	};
	const end = () => {
		caller.removeEventListener('abort', follow);
		timers.abort();
		work.abort(new Error('the request is over'));
	};
	return { signal: work.signal, limit, end };
}
