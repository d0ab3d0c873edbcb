/** Characters that terminals draw two columns wide (East Asian Wide and Fullwidth, emoji), as far as Unicode's scripts tell. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303f]/u;
const NONE = /\p{M}/u;

/** Columns that visible text takes on a terminal. */
export const width = (text: string): number =>
	[...text].reduce((sum, character) => sum + (NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1), 0);

/** Rows as lines with aligned columns; the last column is left as long as it is. `right`: columns that align at their end, as numbers do. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): readonly string[] {
	const widths: number[] = [];
	for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, width(cell));
	return rows.map((row) =>
		row
			.map((cell, at) => {
				const room = ' '.repeat((widths[at] ?? 0) - width(cell));
				if (right.includes(at)) return room + cell;
				return at === row.length - 1 ? cell : cell + room;
			})
			.join('  ')
			.trimEnd(),
	);
}
