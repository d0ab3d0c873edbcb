import { type JsonFault, parseStrict } from '../jws/strict-json.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Objects and arrays inside of each other; what receipts and statements hold needs half of that. */
const DEEPEST = 16;

export type ReadJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault | 'not-utf8' };

/** JSON out of bytes that must be UTF-8, each name once. Never throws. */
export function readJson(bytes: Uint8Array): ReadJson {
	let text: string;
	try {
		// A byte order mark stays, and is then no JSON.
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return { ok: false, fault: 'not-utf8' };
	}
	return parseStrict(text, { depth: DEEPEST });
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
