import type { Fetch } from '../ports.ts';
import { PER_ORIGIN } from './limits.ts';

interface Lane {
	underWay: number;
	readonly waiting: (() => void)[];
}

// By the fetch port: whoever shares one shares its budget, and two tests with ports of their own never meet.
const lanes = new WeakMap<Fetch, Map<string, Lane>>();

function laneOf(fetch: Fetch, origin: string): Lane {
	const byOrigin = lanes.get(fetch) ?? new Map<string, Lane>();
	lanes.set(fetch, byOrigin);
	const lane = byOrigin.get(origin) ?? { underWay: 0, waiting: [] };
	byOrigin.set(origin, lane);
	return lane;
}

/**
 * Waits for one of the origin's places, first come first served, and answers with what gives it back.
 * Rejects with the signal's reason when aborted while waiting.
 */
export async function enter(fetch: Fetch, origin: string, signal: AbortSignal): Promise<() => void> {
	signal.throwIfAborted();
	const lane = laneOf(fetch, origin);
	if (lane.underWay < PER_ORIGIN) {
		lane.underWay++;
	} else {
		await new Promise<void>((resolve, reject) => {
			const proceed = () => {
				signal.removeEventListener('abort', give);
				resolve();
			};
			const give = () => {
				lane.waiting.splice(lane.waiting.indexOf(proceed), 1);
				reject(signal.reason);
			};
			lane.waiting.push(proceed);
			signal.addEventListener('abort', give, { once: true });
		});
	}
	let left = false;
	return () => {
		if (left) return;
		left = true;
		const next = lane.waiting.shift();
		// The place passes straight to who waits longest, so that nobody overtakes.
		if (next) next();
		else lane.underWay--;
	};
}
