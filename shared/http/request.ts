import { fail, type Outcome, succeed } from '../outcome.ts';
import { joined } from './joined.ts';
import type { Limits } from './limits.ts';
import { type Ask, type HttpPorts, readAnswer } from './read-answer.ts';
import { shared } from './single-flight.ts';

/** A whole answer. */
export interface Answer {
	readonly status: number;
	/** The address that answered, after redirects; its origin is the one that was asked. */
	readonly url: string;
	header(name: string): string | undefined;
	readonly bytes: Uint8Array;
}

/**
 * Sends one request and reads its whole answer, within `limits` (`defaultLimits` where not given).
 * Two equal GETs at once are one request. Problems and budget as in `readAnswer`; rejects only with the signal's reason.
 */
export async function request(ports: HttpPorts, ask: Ask, limits: Partial<Limits>, signal: AbortSignal): Promise<Outcome<Answer>> {
	if (ask.method !== 'GET') return whole(ports, ask, limits, signal);
	const same = JSON.stringify([ask.url, ask.headers, ask.accepts, limits]);
	const outcome = await shared(ports, same, signal, (together) => whole(ports, ask, limits, together));
	return outcome.ok ? outcome : fail({ ...outcome.problem, subject: ask.subject });
}

const whole = (ports: HttpPorts, ask: Ask, limits: Partial<Limits>, signal: AbortSignal): Promise<Outcome<Answer>> =>
	readAnswer(ports, ask, limits, signal, async (answer) => {
		const chunks: Uint8Array[] = [];
		for await (const chunk of answer.chunks) {
			if (!chunk.ok) return chunk;
			chunks.push(chunk.value);
		}
		return succeed({ status: answer.status, url: answer.url, header: answer.header, bytes: joined(chunks) });
	});
