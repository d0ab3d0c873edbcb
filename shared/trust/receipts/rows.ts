import { oneLine } from '../../citing/one-line.ts';
import { isObject } from './json-bytes.ts';

/** One thing that signed bytes say. Foreign text on one line, never markup. */
export interface SignedRow {
	/** Name as written there, with those of what it stands in: `suite.version`, `claims[0].metric`. */
	readonly name: string;
	readonly text: string;
}

export interface SignedRows {
	readonly covers: readonly SignedRow[];
	/** Rows that were not listed. */
	readonly leftOut: number;
}

const MOST_ROWS = 64;
const LONGEST_NAME = 120;
const LONGEST_TEXT = 240;

/** What a JSON value says as plain rows, in the order written: every value that is no object or array, and those that are empty. */
export function rowsOf(value: unknown): SignedRows {
	const covers: SignedRow[] = [];
	let found = 0;
	const say = (name: string, text: string): void => {
		found += 1;
		if (covers.length < MOST_ROWS) covers.push({ name: oneLine(name, LONGEST_NAME), text: oneLine(text, LONGEST_TEXT) });
	};
	const walk = (name: string, inner: unknown): void => {
		if (Array.isArray(inner) && inner.length > 0) for (const [place, item] of inner.entries()) walk(`${name}[${place}]`, item);
		else if (isObject(inner) && Object.keys(inner).length > 0)
			for (const [key, item] of Object.entries(inner)) walk(name === '' ? plain(key) : `${name}.${plain(key)}`, item);
		else say(name, Array.isArray(inner) ? '[]' : isObject(inner) ? '{}' : String(inner));
	};
	if (isObject(value)) walk('', value);
	return { covers, leftOut: found - covers.length };
}

/** A name with a dot or a bracket of its own must not look like two names. */
const plain = (name: string): string => (/^[\w-]+$/.test(name) ? name : JSON.stringify(name));
