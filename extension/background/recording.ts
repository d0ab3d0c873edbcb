import { type Fetch, PermissionMissing } from '../../shared/ports.ts';
import type { Recorded } from '../../shared/protocol/message.ts';

/** So many requests are kept, the newest. */
const KEPT = 200;

export interface Recording {
	/** The same port, which notes what it does. */
	readonly fetch: Fetch;
	/** The newest requests, oldest first. */
	readonly requests: () => readonly Recorded[];
}

/** Notes each request that a port sends: how it went, its bytes and its time. In memory alone, so that it goes with the background. */
export function recording(fetch: Fetch, now: () => number): Recording {
	const kept: Recorded[] = [];
	const note = (one: Recorded) => {
		kept.push(one);
		if (kept.length > KEPT) kept.shift();
	};
	return {
		requests: () => [...kept],
		fetch: async (request, signal) => {
			const at = now();
			// Filled in as the answer comes.
			const one: Writable<Recorded> = { method: request.method, url: request.url, at, bytes: 0 };
			note(one);
			try {
				const answer = await fetch(request, signal);
				one.status = answer.status;
				// Nobody may want its body.
				one.ms = now() - at;
				return { ...answer, header: (name) => answer.header(name), body: counted(answer.body, one, () => now() - at, signal) };
			} catch (reason) {
				one.failure = reason instanceof PermissionMissing ? 'permission' : signal.aborted ? 'stopped' : 'network';
				one.ms = now() - at;
				throw reason;
			}
		},
	};
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

async function* counted(
	body: AsyncIterable<Uint8Array>,
	one: Writable<Recorded>,
	passed: () => number,
	signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
	try {
		for await (const chunk of body) {
			one.bytes += chunk.length;
			yield chunk;
		}
	} catch (reason) {
		one.failure = signal.aborted ? 'stopped' : 'network';
		throw reason;
	} finally {
		one.ms = passed();
	}
}
