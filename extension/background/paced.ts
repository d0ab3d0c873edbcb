/** At most one post in this many ms, except the first and the last. */
const PACE = 50;

/** Posts the newest value only, at a pace that a page can draw. `last` says which value must go at once. Stops with the signal. */
export function paced<T>(post: (value: T) => void, last: (value: T) => boolean, signal: AbortSignal): (value: T) => void {
	let waiting: T | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

	const pause = () => {
		timer = setTimeout(() => {
			timer = undefined;
			if (waiting === undefined) return;
			post(waiting);
			waiting = undefined;
			pause();
		}, PACE);
	};
	return (value) => {
		if (signal.aborted) return;
		if (last(value)) {
			clearTimeout(timer);
			timer = undefined;
			waiting = undefined;
			post(value);
		} else if (timer === undefined) {
			post(value);
			pause();
		} else waiting = value;
	};
}
