import { lineStarts } from './places.ts';

/** A top-level entry: an item of a list, or a key with what is under it. */
export interface Chunk {
	readonly start: number;
	readonly end: number;
}

export interface Chunks {
	readonly kind: 'list' | 'mapping';
	/** Anything that stands before the first entry and is neither blank nor comment nor marker. */
	readonly preamble?: Chunk;
	readonly entries: readonly Chunk[];
	/** `---` between two entries. */
	readonly separators: readonly number[];
}

const ITEM = /^( *)-(?:[ \t\r\n]|$)/;
const KEY = /^[^\s#\-[{}\]%][^\r\n]*?:(?:\s|$)/;
const EMPTY = /^\s*(?:$|#)/;
const MARKER = /^(?:---|\.\.\.)(?:\s|$)/;

/**
 * Where the entries of a file begin, judged by its lines alone: for a file that does not parse. A line that begins with
 * `- ` left of the fields of the first entry cannot be inside of an entry of that list, whatever is open before it.
 */
export function chunks(text: string): Chunks {
	const starts = lineStarts(text);
	const line = (index: number): string => text.slice(starts[index], starts[index + 1] ?? text.length);
	const margin = listMargin(starts.length, line);
	const begins = (content: string): boolean =>
		margin === undefined ? KEY.test(content) : (ITEM.exec(content)?.[1]?.length ?? Infinity) <= margin;

	const heads: number[] = [];
	const separators: number[] = [];
	let preambleStart: number | undefined;
	let ended: number | undefined;
	const entries: Chunk[] = [];
	const close = (end: number): void => {
		const start = heads.at(-1);
		if (start !== undefined && entries.length < heads.length) entries.push({ start, end: ended ?? end });
		ended = undefined;
	};
	for (let index = 0; index < starts.length; index++) {
		const content = line(index);
		const start = starts[index]!;
		if (MARKER.test(content) && EMPTY.test(content.slice(3))) {
			if (content.startsWith('---') && heads.length > 0) separators.push(start);
			ended ??= start;
		} else if (begins(content)) {
			close(start);
			heads.push(start);
			ended = undefined;
		} else if (heads.length === 0 && !EMPTY.test(content) && !content.startsWith('%')) {
			preambleStart ??= start;
		}
	}
	close(text.length);
	const preamble = preambleStart === undefined ? {} : { preamble: { start: preambleStart, end: heads[0] ?? text.length } };
	return { kind: margin === undefined ? 'mapping' : 'list', ...preamble, entries, separators };
}

/** How far an item of the top-level list can be indented, one less than its fields; `undefined` for a file that is no list. */
function listMargin(count: number, line: (index: number) => string): number | undefined {
	let seenOther = false;
	for (let index = 0; index < count; index++) {
		const content = line(index);
		if (EMPTY.test(content) || MARKER.test(content) || content.startsWith('%')) continue;
		const item = ITEM.exec(content);
		if (item && (!seenOther || item[1] === '')) return fieldsOf(content, item[1]!.length) - 1;
		if (KEY.test(content)) return undefined;
		seenOther = true;
	}
	return undefined;
}

/** Column of what stands after the dash, from 0; where nothing does, fields are usually two further in. */
function fieldsOf(content: string, margin: number): number {
	const [before = ''] = /^ *-[ \t]*/.exec(content) ?? [];
	return EMPTY.test(content.slice(before.length)) ? margin + 2 : before.length;
}
