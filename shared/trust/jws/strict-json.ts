/** What is wrong with a text that was to be JSON. */
export type JsonFault = 'not-json' | 'duplicate-name' | 'too-deep';

export type StrictJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault };

/** Objects and arrays inside of each other. */
const DEEPEST = 8;

/**
 * JSON in which every name of an object stands once and nothing is nested deeper than `depth` (RFC 7515 §4, §5.2: duplicate names must be
 * refused or all but the last ignored; readers differ, so that one token could say two things). Never throws.
 */
export function parseStrict(text: string, { depth = DEEPEST }: { readonly depth?: number } = {}): StrictJson {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { ok: false, fault: 'not-json' };
	}
	const fault = scan(text, depth);
	return fault ? { ok: false, fault } : { ok: true, value };
}

/** Strings, and the signs that open, close and part; all else of a text that is JSON says nothing about names. */
const SIGN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

function scan(text: string, depth: number): JsonFault | undefined {
	const open: (Set<string> | undefined)[] = [];
	let last = '';
	for (const [sign] of text.matchAll(SIGN)) {
		if (sign === '{' || sign === '[') {
			open.push(sign === '{' ? new Set() : undefined);
			if (open.length > depth) return 'too-deep';
		} else if (sign === '}' || sign === ']') open.pop();
		else if (sign === ':') {
			// Names are compared as they are read: `"\u0061"` is `"a"`.
			const name: unknown = JSON.parse(last);
			const names = open.at(-1);
			if (typeof name !== 'string' || !names) continue;
			if (names.has(name)) return 'duplicate-name';
			names.add(name);
		}
		last = sign;
	}
	return undefined;
}
