/**
 * Everything impure that the core needs, handed in by a face. The core never reaches for it itself,
 * so that a test, the extension, the viewer and the command line run the very same code.
 */
import type { Store } from './store/store.ts';

/** One request. Credentials are never sent unless a face decides so for that origin. */
export interface HttpRequest {
	readonly url: string;
	readonly method: 'GET' | 'POST';
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: Uint8Array;
}

/** One answer as it begins: status, headers and a body that is read chunk by chunk, so that a reader can stop early. */
export interface HttpAnswer {
	/** 3xx is a redirect that was not followed; 0 is one whose target the platform does not tell. */
	readonly status: number;
	/** The address that answered, after redirects on its own origin. */
	readonly url: string;
	/** The request told who the user is. */
	readonly signedIn?: boolean;
	/** Header by lower-case name, `undefined` where absent. */
	header(name: string): string | undefined;
	readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Sends one request; nothing is ever sent to another origin than the request's, whatever the answer says. Throws `TypeError` when the network failed and `PermissionMissing` when this face may not
 * read that origin; every HTTP status is an answer, not an error. Rejects with the signal's reason when aborted.
 */
export type Fetch = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** The face has no permission to read this origin: the user has to grant it first. */
export class PermissionMissing extends Error {
	readonly origin: string;
	constructor(origin: string) {
		super(`no permission for ${origin}`);
		this.name = 'PermissionMissing';
		this.origin = origin;
	}
}

export interface Ports {
	readonly fetch: Fetch;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Resolves after that many milliseconds; rejects with the signal's reason when aborted. */
	readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	readonly digest: (algorithm: 'SHA-1' | 'SHA-256', bytes: Uint8Array) => Promise<Uint8Array>;
	readonly store: Store;
}
