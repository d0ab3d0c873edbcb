import type { HttpAnswer, HttpRequest, Ports } from '../../../shared/ports.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

export const NOW = Date.UTC(2027, 0, 15, 12);

/** A clock that only moves by hand, and wakes who sleeps. */
function fakeClock(now = NOW) {
	const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
	return {
		now: () => now,
		sleep: (milliseconds: number, signal: AbortSignal) =>
			new Promise<void>((resolve, reject) => {
				const sleeper = { until: now + milliseconds, wake: resolve };
				sleepers.add(sleeper);
				signal.addEventListener('abort', () => {
					sleepers.delete(sleeper);
					reject(signal.reason);
				});
			}),
		/** Lets what is under way come to rest, then moves on. */
		async advance(milliseconds: number) {
			await settled();
			now += milliseconds;
			for (const sleeper of sleepers) {
				if (sleeper.until > now) continue;
				sleepers.delete(sleeper);
				sleeper.wake();
			}
			await settled();
		},
		asleep: () => sleepers.size,
	};
}

/** Until no promise that can go on is left: a turn of the event loop runs all of them. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export interface FakeAnswer {
	readonly status?: number;
	readonly url?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** Waits for good, or until aborted. */
export const forever = (signal: AbortSignal) =>
	new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** Answers every request by `answer`; counts them. */
export function fakePorts(answer: (request: HttpRequest, signal: AbortSignal) => FakeAnswer | Promise<FakeAnswer>) {
	const clock = fakeClock();
	const requests: HttpRequest[] = [];
	const ports: Ports = {
		fetch: async (request, signal) => {
			requests.push(request);
			const { status = 200, url = request.url, headers = {}, body = '' } = await answer(request, signal);
			return { status, url, header: (name) => headers[name], body: bodyOf(body) } satisfies HttpAnswer;
		},
		now: clock.now,
		sleep: clock.sleep,
		digest: async (algorithm, bytes) => new Uint8Array(await crypto.subtle.digest(algorithm, bytes.slice())),
		store: memoryStore(),
	};
	return { ports, clock, requests };
}

async function* bodyOf(body: NonNullable<FakeAnswer['body']>): AsyncGenerator<Uint8Array> {
	if (typeof body === 'string') yield new TextEncoder().encode(body);
	else if (body instanceof Uint8Array) yield body;
	else yield* body;
}
