import type { Problem } from '../hosts/evidence.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import { type HttpAnswer, type HttpRequest, PermissionMissing, type Ports } from '../ports.ts';
import { entryOf, fresh } from '../store/schema.ts';
import { deadline, TimeIsUp, unlessAborted } from './deadline.ts';
import { enter } from './lanes.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { codeOfStatus, problemAt } from './problem-of.ts';
import { exhaustedUntil, pauseUntil } from './rate-limit.ts';

/** A request, and what is needed to say what is missing when it fails. */
export interface Ask extends HttpRequest {
	readonly subject: Problem['subject'];
	/** Content types that are understood (`application/json`); anything else is `unexpected-answer`. Absent: any. */
	readonly accepts?: readonly string[];
	/** Which of the origin's budgets it counts against, where that keeps several: one that is used up does not stop the others. */
	readonly bucket?: string;
	/** Why an answer refuses, where its headers tell more than its status: goes into the problem's `reason`. */
	readonly reason?: (header: (name: string) => string | undefined) => string | undefined;
}

export type HttpPorts = Pick<Ports, 'fetch' | 'now' | 'sleep' | 'store'>;

/** A good answer as it begins. */
export interface StreamedAnswer {
	readonly status: number;
	/** The address that answered, after redirects; its origin is the one that was asked. */
	readonly url: string;
	header(name: string): string | undefined;
	/** The body. A failed outcome is the last one: time, network, or more bytes than allowed. */
	readonly chunks: AsyncIterable<Outcome<Uint8Array>>;
}

/**
 * Sends one request and lets `read` take the answer's body as it comes; what `read` leaves unread is not loaded.
 * Answers with what `read` says, or the problem that came before it: see `ProblemCode`. Rejects only with the signal's reason.
 * Keeps the origin's budget: at most 4 at once, none while the origin asked for a pause, and nothing for an hour that was not there.
 */
export async function readAnswer<T>(
	ports: HttpPorts,
	ask: Ask,
	limits: Partial<Limits>,
	signal: AbortSignal,
	read: (answer: StreamedAnswer) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const { origin } = new URL(ask.url);
	const known = await knownProblem(ports, ask, origin);
	if (known) return fail(known);
	const leave = await enter(ports.fetch, origin, signal);
	try {
		// Somebody before us in the queue may have been told to stay away.
		const since = await knownProblem(ports, ask, origin);
		return since ? fail(since) : await exchange(ports, ask, { ...defaultLimits, ...limits }, signal, read);
	} finally {
		leave();
	}
}

async function knownProblem(ports: HttpPorts, ask: Ask, origin: string): Promise<Problem | undefined> {
	const pause = await ports.store.get<number>('pause', origin);
	if (fresh(pause, ports.now())) return problemAt(ask.url, 'rate-limited', ask.subject, {}, pause.value);
	const spent = ask.bucket === undefined ? undefined : await ports.store.get<number>('pause', `${origin} ${ask.bucket}`);
	if (fresh(spent, ports.now())) return problemAt(ask.url, 'rate-limited', ask.subject, {}, spent.value);
	const missing = ask.method === 'GET' ? await ports.store.get<number>('negative', ask.url) : undefined;
	if (fresh(missing, ports.now())) return problemAt(ask.url, 'not-found', ask.subject, { status: missing.value });
	return undefined;
}

async function exchange<T>(
	ports: HttpPorts,
	ask: Ask,
	limits: Limits,
	caller: AbortSignal,
	read: (answer: StreamedAnswer) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const time = deadline(ports, caller);
	time.limit(limits.totalMs);
	const firstByteCame = time.limit(limits.firstByteMs);
	try {
		const answer = await begin(ports, ask, time.signal, caller);
		if (!answer.ok) return answer;
		const problem = await problemOf(ports, ask, answer.value);
		if (problem) return fail(problem);
		const chunks = bodyOf(answer.value, ask, limits, time.signal, caller, firstByteCame);
		const { status, url } = answer.value;
		return await read({ status, url, header: (name) => answer.value.header(name), chunks });
	} finally {
		time.end();
	}
}

async function begin(ports: HttpPorts, ask: Ask, signal: AbortSignal, caller: AbortSignal): Promise<Outcome<HttpAnswer>> {
	const { url, method, headers, body } = ask;
	try {
		return succeed(await unlessAborted(ports.fetch({ url, method, ...(headers && { headers }), ...(body && { body }) }, signal), signal));
	} catch (reason) {
		return fail(problemAt(url, codeOfFailure(reason, caller), ask.subject));
	}
}

/** What an answer that came says is wrong with it; pauses and absences are remembered. */
async function problemOf(ports: HttpPorts, ask: Ask, answer: HttpAnswer): Promise<Problem | undefined> {
	const now = ports.now();
	const { status } = answer;
	const { origin } = new URL(ask.url);
	const answered = new URL(answer.url, ask.url).origin;
	if (answered !== origin) return problemAt(ask.url, 'redirected-elsewhere', ask.subject, { status, to: answered });
	if (status === 0 || REDIRECTS.has(status)) return problemAt(ask.url, 'redirected-elsewhere', ask.subject, redirect(answer, ask.url));

	const until = pauseUntil(status, (name) => answer.header(name), now);
	if (until !== undefined)
		await ports.store.put('pause', ask.bucket === undefined ? origin : `${origin} ${ask.bucket}`, {
			value: until,
			at: now,
			expires: until,
		});
	const code = until !== undefined && status < 500 ? 'rate-limited' : codeOfStatus(status);
	if (code === 'not-found' && ask.method === 'GET') await ports.store.put('negative', ask.url, entryOf('negative', status, now));
	const said = code === undefined ? undefined : ask.reason?.((name) => answer.header(name));
	const reason = said ?? (code === 'sign-in-needed' && answer.signedIn ? 'refused' : undefined);
	if (code !== undefined) return problemAt(ask.url, code, ask.subject, { status, ...(reason !== undefined && { reason }) }, until);

	const spent = ask.bucket === undefined ? undefined : exhaustedUntil((name) => answer.header(name), now);
	if (spent !== undefined) await ports.store.put('pause', `${origin} ${ask.bucket}`, { value: spent, at: now, expires: spent });

	const type = (answer.header('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
	if (ask.accepts && !ask.accepts.includes(type)) return problemAt(ask.url, 'unexpected-answer', ask.subject, { status, type });
	return undefined;
}

/** Statuses that lead to another address (RFC 9110 §15.4); 0 is how browsers hide them. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function redirect({ status, header }: Pick<HttpAnswer, 'status' | 'header'>, from: string): Problem['params'] {
	const location = header('location') ?? '';
	const told = status === 0 ? {} : { status };
	return location !== '' && URL.canParse(location, from) ? { ...told, to: new URL(location, from).origin } : told;
}

async function* bodyOf(
	answer: HttpAnswer,
	ask: Ask,
	limits: Limits,
	signal: AbortSignal,
	caller: AbortSignal,
	firstByteCame: () => void,
): AsyncGenerator<Outcome<Uint8Array>> {
	const iterator = answer.body[Symbol.asyncIterator]();
	let total = 0;
	try {
		for (;;) {
			const next = await unlessAborted(iterator.next(), signal);
			firstByteCame();
			if (next.done) return;
			total += next.value.length;
			if (total > limits.maxBytes) {
				yield fail(problemAt(ask.url, 'too-large', ask.subject, { limit: limits.maxBytes }));
				return;
			}
			yield succeed(next.value);
		}
	} catch (reason) {
		yield fail(problemAt(ask.url, codeOfFailure(reason, caller), ask.subject));
	} finally {
		// Not awaited: a body that hangs would hold its reader.
		iterator.return?.().catch(() => {});
	}
}

/** The state that an exception at the rim stands for. Throws on when the caller gave up, or on what is a bug. */
function codeOfFailure(reason: unknown, caller: AbortSignal): Problem['code'] {
	caller.throwIfAborted();
	if (reason instanceof TimeIsUp) return 'timeout';
	if (reason instanceof PermissionMissing) return 'permission-missing';
	if (reason instanceof TypeError) return 'offline';
	throw reason;
}
