/** Control characters (C0, C1, DEL), format characters (bidirectional, zero-width, tags), line and paragraph separators, lone surrogates, private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

const escaped = (character: string): string => {
	const code = character.codePointAt(0) ?? 0;
	if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
	return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
};

/**
 * Text from a file as a terminal may have it: whatever could move the cursor, change colours, retitle the window, reorder a line
 * or hide in it stands there as an escape sequence that one can read.
 */
export const visible = (text: string): string => text.replace(INVISIBLE, escaped);

/** The same, cut to `limit` characters: a value may be as long as its file. */
export function clipped(text: string, limit: number): string {
	// Cut before it is made visible, so that no escape is cut in half.
	const characters = [...text.slice(0, limit * 2 + 2)];
	return characters.length <= limit ? visible(text) : `${visible(characters.slice(0, limit - 1).join(''))}…`;
}

/** JSON that a terminal can have: the same value, with characters that JSON allows and terminals act on as JSON escapes. */
export const visibleJson = (json: string): string =>
	json.replace(/[\u007f-\u009f]|(?![\n\r\t])[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
		// By UTF-16 unit, as JSON writes what is above U+FFFF.
		Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
	);
