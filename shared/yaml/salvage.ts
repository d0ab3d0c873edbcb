import { parseEvents, YAMLException } from 'js-yaml';
import type { Parsed } from './build.ts';
import { lineAt, lineStarts } from './places.ts';

/** A line that could not be read, and why: the parser's own words. */
interface Breakage {
	/** Offset in the text that was given. */
	readonly offset: number;
	readonly reason: string;
}

export type Attempt = ({ readonly ok: true } & Parsed) | { readonly ok: false; readonly at: number; readonly reason: string };

/** Parses, with the first error as a value. `depth`: levels of nesting that are read. */
export function attempt(source: string, depth: number): Attempt {
	try {
		return { ok: true, events: parseEvents(source, { maxDepth: depth }), source };
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
		return { ok: false, at: Math.min(error.mark?.position ?? source.length, source.length), reason: error.reason };
	}
}

export interface Salvaged extends Parsed {
	readonly breakages: readonly Breakage[];
}

/** Broken lines that are left out one by one before the rest of the entry is given up, and up to which size: so that time stays linear. */
const TRIES = 4;
const SMALL = 8192;

/**
 * Reads what can be read of one entry: a line that breaks it is left out with everything that is indented under it,
 * so that nothing of it can end up under another key. What stands before the first such line always survives.
 */
export function salvage(source: string, depth: number): Salvaged {
	const starts = lineStarts(source);
	const breakages: Breakage[] = [];
	let text = source;
	for (let tries = source.length > SMALL ? 1 : TRIES; ; tries--) {
		const parsed = attempt(text, depth);
		if (parsed.ok) return { events: parsed.events, source: text, breakages };
		const broken = brokenLine(text, starts, parsed.at, depth);
		const from = starts[broken]!;
		breakages.push({ offset: from + indentation(text, from).width, reason: reasonOf(text, from, parsed.reason) });
		if (tries === 1) {
			const before = attempt(text.slice(0, from), depth);
			return { events: before.ok ? before.events : [], source: text.slice(0, from), breakages };
		}
		text = without(text, starts, broken);
	}
}

/** The parser notices some mistakes (an open quote) long after the line that made them: the one after which nothing can be read. */
function brokenLine(text: string, starts: readonly number[], at: number, depth: number): number {
	const noticed = Math.min(lineAt(starts, at), starts.length - 1);
	const reads = (lines: number): boolean => attempt(text.slice(0, starts[lines] ?? text.length), depth).ok;
	if (reads(noticed)) return noticed;
	let good = 0;
	let bad = noticed;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (reads(middle)) good = middle;
		else bad = middle;
	}
	return good;
}

interface Indentation {
	/** Characters before the content, with the `- ` of an item. */
	readonly width: number;
	/** Characters before the `-`, or `width` where there is none. */
	readonly margin: number;
}

function indentation(text: string, from: number): Indentation {
	const [before = '', , dash] = /^([ \t]*)(-[ \t]+)*/.exec(text.slice(from, from + 200)) ?? [];
	const margin = /^[ \t]*/.exec(before)?.[0].length ?? 0;
	return { width: dash === undefined ? margin : before.length, margin };
}

/**
 * The text with that line and what is indented under it replaced by as many line breaks, which mean nothing anywhere and
 * keep every offset. The dash of the first line stays.
 */
function without(text: string, starts: readonly number[], broken: number): string {
	const from = starts[broken]!;
	const { width, margin } = indentation(text, from);
	const first = firstContentLine(text, starts);
	const isFirst = broken === first;
	const entryMargin = indentation(text, starts[first]!).margin;
	let end = broken + 1;
	// A line that stands left of the entry owns nothing in it.
	if (isFirst || margin > entryMargin) {
		const level = isFirst ? width : margin;
		while (end < starts.length && (isBlank(text, starts, end) || indentation(text, starts[end]!).margin > level)) end++;
	}
	const keep = isFirst ? from + width : from;
	const to = starts[end] ?? text.length;
	return text.slice(0, keep) + '\n'.repeat(to - keep) + text.slice(to);
}

function firstContentLine(text: string, starts: readonly number[]): number {
	const found = starts.findIndex((_, line) => !isBlank(text, starts, line));
	return Math.max(found, 0);
}

function isBlank(text: string, starts: readonly number[], line: number): boolean {
	return text.slice(starts[line], starts[line + 1] ?? text.length).trim() === '';
}

function reasonOf(text: string, from: number, reason: string): string {
	return /^[ ]*(?:-[ ]*)?\t/.test(text.slice(from, from + 200)) ? 'tab characters must not be used in indentation' : reason;
}
