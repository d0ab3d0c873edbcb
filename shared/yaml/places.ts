import type { Place } from './tree.ts';

/** Offsets at which lines begin. YAML breaks lines at LF, CRLF and lone CR (spec §5.4). */
export function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (let at = 0; at < text.length; at++) {
		const char = text.charCodeAt(at);
		if (char === 10 || (char === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
	}
	return starts;
}

/** Index of the line that holds the offset, from 0. */
export function lineAt(starts: readonly number[], offset: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (starts[middle]! <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Line and column of an offset; an offset outside of the text is its nearest end. */
export function places(text: string): (offset: number) => Place {
	const starts = lineStarts(text);
	return (offset) => {
		const inside = Math.min(Math.max(offset, 0), text.length);
		const line = lineAt(starts, inside);
		return { line: line + 1, column: inside - starts[line]! + 1 };
	};
}
