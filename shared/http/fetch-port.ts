import { type Fetch, type HttpAnswer, PermissionMissing } from '../ports.ts';

/** What is used of the `fetch` that browsers and Node have, so that the core needs no DOM types. */
export type PlatformFetch = (url: string, init: PlatformInit) => Promise<PlatformAnswer>;

interface PlatformInit {
	method: string;
	headers?: Record<string, string>;
	body?: Uint8Array<ArrayBuffer>;
	signal: AbortSignal;
	credentials: 'omit' | 'include';
	redirect: 'manual';
	referrerPolicy: 'no-referrer';
	cache: 'no-store';
}

interface PlatformAnswer {
	/** Browsers hide where a redirect leads: status 0, no headers, no body (Fetch Standard, "opaque-redirect filtered response"). */
	readonly status: number;
	readonly headers: { get(name: string): string | null };
	readonly body: { getReader(): Reader } | null;
}

interface Reader {
	read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
	cancel(reason?: unknown): Promise<void>;
}

/** Redirects on one origin that one request follows, where the platform tells them. */
const REDIRECTS = 5;

/** What a request sends of who the user is. */
export interface Credentials {
	readonly credentials: 'omit' | 'include';
	/** Value of the `Authorization` header. */
	readonly authorization?: string;
}

export interface FetchOptions {
	/**
	 * `omit` reads as nobody. A background with host permission that sends credentials sends all cookies of that host,
	 * whatever their SameSite: only ever for an origin where the user asked for it.
	 */
	readonly credentials: 'omit' | 'include';
	/** What else is sent to one address, where the user asked for it; `undefined` as the answer: nothing. */
	readonly signedIn?: (url: string) => Promise<Credentials | undefined>;
	/** Whether this face may read that origin; absent: any. */
	readonly allowed?: (origin: string) => Promise<boolean>;
}

/**
 * The `Fetch` port over a platform's `fetch`. Every failure of the network, also half-way through a body, is a `TypeError`;
 * an origin that is not allowed is `PermissionMissing`, without a request; an abort rejects with the signal's reason.
 * A redirect is followed only where the platform shows that it stays on the origin (Node does, browsers show nothing); else it is the answer.
 */
export function fetchPort(platformFetch: PlatformFetch, options: FetchOptions): Fetch {
	return async (request, signal) => {
		const asked = new URL(request.url);
		asked.hash = '';
		if (options.allowed && !(await options.allowed(asked.origin))) throw new PermissionMissing(asked.origin);
		const access = await options.signedIn?.(asked.href);
		signal.throwIfAborted();
		const headers = { ...request.headers, ...(access?.authorization && { Authorization: access.authorization }) };
		const init: PlatformInit = {
			method: request.method,
			...(Object.keys(headers).length > 0 && { headers }),
			// Bytes of ours are never in shared memory, which is all that the wider type would also allow.
			...(request.body && { body: request.body as Uint8Array<ArrayBuffer> }),
			signal,
			credentials: access?.credentials ?? options.credentials,
			redirect: 'manual',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
		};
		const ask = (url: string) => platformFetch(url, init).catch((reason) => networkFailure(reason, signal));
		let url = asked.href;
		let answer = await ask(url);
		for (let followed = 0; followed < REDIRECTS; followed++) {
			const next = nextAddress(answer, url, request.method);
			if (next === undefined) break;
			letGo(answer);
			url = next;
			answer = await ask(url);
		}
		return {
			status: answer.status,
			url,
			...(access && { signedIn: true }),
			header: (name) => answer.headers.get(name) ?? undefined,
			body: bodyOf(answer, signal),
		} satisfies HttpAnswer;
	};
}

/** Where a redirect leads on the same origin; `undefined` for every other answer. */
function nextAddress({ status, headers }: PlatformAnswer, from: string, method: 'GET' | 'POST'): string | undefined {
	// The others turn a POST into a GET, which asks for something else (RFC 9110 §15.4).
	const same = status === 307 || status === 308 || (method === 'GET' && (status === 301 || status === 302 || status === 303));
	const location = same ? headers.get('location') : null;
	if (location === null || !URL.canParse(location, from)) return undefined;
	const next = new URL(location, from);
	const credentials = next.username !== '' || next.password !== '';
	return next.origin === new URL(from).origin && !credentials ? next.href : undefined;
}

/** Gives the connection back without reading what a redirect says for people. */
function letGo(answer: PlatformAnswer): void {
	answer.body
		?.getReader()
		.cancel()
		.catch(() => {});
}

async function* bodyOf(answer: PlatformAnswer, signal: AbortSignal): AsyncGenerator<Uint8Array> {
	const reader = answer.body?.getReader();
	if (!reader) return;
	try {
		for (;;) {
			const { done, value } = await reader.read().catch((reason) => networkFailure(reason, signal));
			if (done || value === undefined) return;
			yield value;
		}
	} finally {
		// Also after an error: it then rejects with that same error, which has been told already.
		reader.cancel().catch(() => {});
	}
}

/** Engines name it `NetworkError`, `AbortError`, `EncodingError` or `TypeError`: for the reader they are one thing. */
function networkFailure(reason: unknown, signal: AbortSignal): never {
	signal.throwIfAborted();
	throw reason instanceof TypeError ? reason : new TypeError('the network failed', { cause: reason });
}
