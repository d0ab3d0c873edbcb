import { unlessAborted } from './deadline.ts';
import type { HttpPorts } from './read-answer.ts';

interface Flight {
	readonly result: Promise<unknown>;
	readonly stop: AbortController;
	passengers: number;
}

// By the store: what a private window asks for is not to be answered from, nor remembered by, anything outside of it.
const flights = new WeakMap<HttpPorts['store'], Map<string, Flight>>();

/**
 * Runs `work`, or joins the run of the same name that is under way. Whoever aborts leaves alone;
 * the work itself stops when everybody has left. Rejects with the caller's reason.
 */
export async function shared<T>(
	ports: HttpPorts,
	name: string,
	signal: AbortSignal,
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	signal.throwIfAborted();
	const underWay = flights.get(ports.store) ?? new Map<string, Flight>();
	flights.set(ports.store, underWay);
	const flight = underWay.get(name) ?? takeOff(underWay, name, work);
	flight.passengers++;
	try {
		// A name stands for one kind of answer: it is made from the request in one place.
		return await (unlessAborted(flight.result, signal) as Promise<T>);
	} finally {
		flight.passengers--;
		if (flight.passengers === 0) {
			if (underWay.get(name) === flight) underWay.delete(name);
			flight.stop.abort(new Error('nobody waits for it any more'));
		}
	}
}

function takeOff(underWay: Map<string, Flight>, name: string, work: (signal: AbortSignal) => Promise<unknown>): Flight {
	const stop = new AbortController();
	const result = work(stop.signal);
	const flight = { result, stop, passengers: 0 };
	underWay.set(name, flight);
	const landed = () => {
		if (underWay.get(name) === flight) underWay.delete(name);
	};
	result.then(landed, landed);
	return flight;
}
