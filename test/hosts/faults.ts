import type { IncomingMessage, ServerResponse } from 'node:http';

/** What can go wrong with one answer. */
export type Fault =
	| { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
	/** 429 with `Retry-After`, in seconds. */
	| { readonly kind: 'rate-limited'; readonly retryAfter: number }
	/** Takes the request and never answers. */
	| { readonly kind: 'hang' }
	/** Sends that many bytes of the body, then cuts the connection. */
	| { readonly kind: 'truncate'; readonly bytes: number }
	/** Cuts the connection before the first byte. */
	| { readonly kind: 'drop' }
	/** A web page where something else was asked for, as sign-in walls do. */
	| { readonly kind: 'html' }
	| { readonly kind: 'redirect'; readonly to: string };

export interface FaultOptions {
	/** Lets that many matching requests pass first. */
	readonly after?: number;
	/** Strikes that many times, then no more. */
	readonly times?: number;
}

/** One request as the hub saw it. */
export interface SeenRequest {
	readonly method: string;
	/** Path with query. */
	readonly url: string;
	status: number;
	/** Bytes of the body, sent by the client. */
	up: number;
	/** Bytes of the body, sent by the hub. */
	down: number;
}

/** Holds requests back until it is released. */
export interface Gate {
	/** Resolves when a request stands before the gate. */
	readonly reached: Promise<void>;
	release(): void;
}

export type Pattern = string | RegExp;
const matches = (pattern: Pattern, url: string) => (typeof pattern === 'string' ? url.includes(pattern) : pattern.test(url));

interface Rule {
	readonly pattern: Pattern;
	readonly fault: Fault;
	after: number;
	times: number;
}

/** Faults, gates and the log of one hub. Patterns are looked for in `METHOD /path?query`. */
export class Disturbances {
	readonly requests: SeenRequest[] = [];
	readonly #rules = new Set<Rule>();
	readonly #gates = new Set<{ pattern: Pattern; arrive: () => void; opened: Promise<void> }>();

	/** From now on, matching requests fail like this. The answer takes the fault back. */
	fault(pattern: Pattern, fault: Fault, { after = 0, times = Number.POSITIVE_INFINITY }: FaultOptions = {}): () => void {
		const rule = { pattern, fault, after, times };
		this.#rules.add(rule);
		return () => void this.#rules.delete(rule);
	}

	/** From now on, matching requests wait until the gate is released. */
	hold(pattern: Pattern): Gate {
		let arrive = (): void => undefined;
		let open = (): void => undefined;
		const reached = new Promise<void>((resolve) => {
			arrive = resolve;
		});
		const opened = new Promise<void>((resolve) => {
			open = resolve;
		});
		const gate = { pattern, arrive, opened };
		this.#gates.add(gate);
		return {
			reached,
			release: () => {
				this.#gates.delete(gate);
				open();
			},
		};
	}

	/** Logs the request, waits at gates, and answers it where a fault strikes: then `true`. */
	async meet(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
		const line = `${request.method} ${request.url}`;
		const seen: SeenRequest = { method: request.method ?? '', url: request.url ?? '', status: 0, up: 0, down: 0 };
		this.requests.push(seen);
		seen.up = Number(request.headers['content-length'] ?? 0);
		const rule = this.#strikes(line);
		count(response, seen, rule?.fault.kind === 'truncate' ? rule.fault.bytes : Number.POSITIVE_INFINITY);
		for (const gate of [...this.#gates]) {
			if (!matches(gate.pattern, line)) continue;
			gate.arrive();
			await gate.opened;
		}
		return rule ? strike(rule.fault, request, response) : false;
	}

	#strikes(line: string): Rule | undefined {
		for (const rule of this.#rules) {
			if (!matches(rule.pattern, line) || rule.times <= 0) continue;
			if (rule.after-- > 0) continue;
			rule.times--;
			return rule;
		}
		return undefined;
	}
}

function strike(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
	switch (fault.kind) {
		case 'truncate':
			return false;
		case 'hang':
			request.resume();
			return true;
		case 'drop':
			request.socket.destroy();
			return true;
		case 'status':
			request.resume();
			response.writeHead(fault.status, { 'content-type': 'text/plain', ...fault.headers }).end(fault.body ?? `status ${fault.status}\n`);
			return true;
		case 'rate-limited':
			request.resume();
			response.writeHead(429, { 'content-type': 'text/plain', 'retry-after': String(fault.retryAfter) }).end('Too many requests\n');
			return true;
		case 'html':
			request.resume();
			response
				.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
				.end('<!doctype html><title>Sign in</title><h1>Sign in to continue</h1>');
			return true;
		case 'redirect':
			request.resume();
			response.writeHead(302, { location: fault.to }).end();
			return true;
		default:
			return fault satisfies never;
	}
}

/** Counts what goes out and cuts the connection after `limit` bytes. */
function count(response: ServerResponse, seen: SeenRequest, limit: number): void {
	const write = response.write.bind(response);
	const end = response.end.bind(response);
	const pass = (chunk: unknown): Buffer | undefined => {
		seen.status = response.statusCode;
		if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return undefined;
		const bytes = Buffer.from(chunk as Uint8Array).subarray(0, Math.max(0, limit - seen.down));
		seen.down += bytes.length;
		return bytes;
	};
	const cut = () => seen.down >= limit;
	// The overloads of Node's `write` and `end` cannot be written as one function; only these shapes are called in this folder.
	response.write = ((chunk: unknown) => {
		const sent = write(pass(chunk) ?? Buffer.alloc(0), () => cut() && response.socket?.destroy());
		return sent;
	}) as typeof response.write;
	response.end = ((chunk?: unknown) => {
		const bytes = pass(chunk);
		if (cut()) {
			if (bytes) write(bytes, () => response.socket?.destroy());
			else response.socket?.destroy();
			return response;
		}
		return bytes ? end(bytes) : end();
	}) as typeof response.end;
}
