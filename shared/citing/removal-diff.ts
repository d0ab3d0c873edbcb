import { gitPath, headerPath } from './git-path.ts';

/** Lines around a change that say where it belongs, as many as git shows. */
const CONTEXT = 3;

export interface Removal {
	readonly path: string;
	/** All lines of the file, each with its line feed; the last may have none. */
	readonly lines: readonly string[];
	/** From 0; `to` is the first line that stays. */
	readonly from: number;
	readonly to: number;
	/** Names of the file's content before and after. */
	readonly blob: string;
	readonly blobAfter: string;
}

/** The diff that takes consecutive lines out of a file, as git writes it (git-diff(1), "Generating patch text with -p"). */
export function removalDiff({ path, lines, from, to, blob, blobAfter }: Removal): string {
	const all = from === 0 && to === lines.length;
	const start = Math.max(0, from - CONTEXT);
	const end = Math.min(lines.length, to + CONTEXT);
	const head = [
		`diff --git ${gitPath(`a/${path}`)} ${gitPath(`b/${path}`)}`,
		...(all ? ['deleted file mode 100644', `index ${blob}..${'0'.repeat(blob.length)}`] : [`index ${blob}..${blobAfter} 100644`]),
		`--- ${headerPath(`a/${path}`)}`,
		`+++ ${all ? '/dev/null' : headerPath(`b/${path}`)}`,
		`@@ -${range(start, end)} +${range(start, end - (to - from))} @@`,
	];
	const body = lines.slice(start, end).map((line, at) => {
		const sign = start + at >= from && start + at < to ? '-' : ' ';
		return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
	});
	return `${head.join('\n')}\n${body.join('')}`;
}

/** Lines `start` to before `end`, from 0, as a diff counts them: a range of none begins at the line before it. */
function range(start: number, end: number): string {
	const count = end - start;
	return count === 1 ? String(start + 1) : `${count === 0 ? start : start + 1},${count}`;
}
