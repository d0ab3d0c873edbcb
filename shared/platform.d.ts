/**
 * What every runtime that we run in has (browsers, workers, Node) and the core may use: pure functions over values.
 * No fetch, no timers, no storage, no DOM: those are ports (`shared/ports.ts`) that a face hands in.
 */
declare class URL {
	constructor(url: string, base?: string | URL);
	hash: string;
	host: string;
	hostname: string;
	href: string;
	readonly origin: string;
	password: string;
	pathname: string;
	port: string;
	protocol: string;
	search: string;
	readonly searchParams: URLSearchParams;
	username: string;
	toString(): string;
	static canParse(url: string, base?: string): boolean;
}
declare class URLSearchParams {
	constructor(init?: string | Record<string, string>);
	get(name: string): string | null;
	set(name: string, value: string): void;
	append(name: string, value: string): void;
	toString(): string;
}
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(input?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
	encode(input?: string): Uint8Array<ArrayBuffer>;
}
interface AbortSignal {
	readonly aborted: boolean;
	readonly reason: unknown;
	throwIfAborted(): void;
	addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean; signal?: AbortSignal }): void;
	removeEventListener(type: 'abort', listener: () => void): void;
}
declare const AbortSignal: { any(signals: AbortSignal[]): AbortSignal };
declare class AbortController {
	readonly signal: AbortSignal;
	abort(reason?: unknown): void;
}
declare function btoa(data: string): string;
declare function atob(data: string): string;
