import { type Fetch, type HttpAnswer, PermissionMissing } from '../ports.ts';

/** What is used of the `fetch` that browsers and Node have, so that the core needs no DOM types. */
export type PlatformFetch = (url: string, init: PlatformInit) => Promise<PlatformAnswer>;

interface PlatformInit {
	method: string;
	headers?: Record<string, string>;
	body?: Uint8Array<ArrayBuffer>;
	signal: AbortSignal;
	credentials: 'omit' | 'include';
	redirect: 'follow';
	referrerPolicy: 'no-referrer';
	cache: 'no-store';
}

interface PlatformAnswer {
	readonly status: number;
	readonly url: string;
	readonly headers: { get(name: string): string | null };
	readonly body: { getReader(): Reader } | null;
}

interface Reader {
	read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
	cancel(reason?: unknown): Promise<void>;
}

export interface FetchOptions {
	/**
	 * `omit` reads as nobody. A background with host permission that sends credentials sends all cookies of that host,
	 * whatever their SameSite: only ever for an origin where the user asked for it.
	 */
	readonly credentials: 'omit' | 'include';
	/** Whether this face may read that origin; absent: any. */
	readonly allowed?: (origin: string) => Promise<boolean>;
}

/**
 * The `Fetch` port over a platform's `fetch`. Every failure of the network, also half-way through a body, is a `TypeError`;
 * an origin that is not allowed is `PermissionMissing`, without a request; an abort rejects with the signal's reason.
 */
export function fetchPort(platformFetch: PlatformFetch, options: FetchOptions): Fetch {
	return async (request, signal) => {
		const { origin } = new URL(request.url);
		if (options.allowed && !(await options.allowed(origin))) throw new PermissionMissing(origin);
		signal.throwIfAborted();
		const answer = await platformFetch(request.url, {
			method: request.method,
			...(request.headers && { headers: { ...request.headers } }),
			// Bytes of ours are never in shared memory, which is all that the wider type would also allow.
			...(request.body && { body: request.body as Uint8Array<ArrayBuffer> }),
			signal,
			credentials: options.credentials,
			redirect: 'follow',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
		}).catch((reason) => networkFailure(reason, signal));
		return {
			status: answer.status,
			url: answer.url,
			header: (name) => answer.headers.get(name) ?? undefined,
			body: bodyOf(answer, signal),
		} satisfies HttpAnswer;
	};
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
