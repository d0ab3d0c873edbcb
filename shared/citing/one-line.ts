/** Control characters and everything that breaks a line somewhere: a text that is put on one line stays on it. */
const BREAKS = /[\p{Cc}\s]+/gu;
/** Marks, embeddings, overrides and isolates of UAX #9: one in a file could turn the sentence around it. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of a file or a page on one line of at most `limit` characters (UTF-16 code units), `…` where something was left out. */
export function oneLine(text: string, limit = 240): string {
	// Read no further than can be shown: a value may be as long as its file. Four, since what is left out makes it shorter.
	const line = text
		.slice(0, limit * 4)
		.replace(BREAKS, ' ')
		.replace(DIRECTION, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.trim();
	const cut = line.length > limit || text.length > limit * 4 ? `${line.slice(0, limit - 1)}…` : line;
	// Half of a pair of surrogates is no Unicode, and no encoder takes it.
	return cut.replace(/\p{Cs}/gu, '\uFFFD');
}
