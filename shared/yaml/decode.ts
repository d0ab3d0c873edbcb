/** The text of a file, and what was wrong with its bytes. */
export interface Decoded {
	readonly text: string;
	/** Offset in `text` of the first byte that is no UTF-8; it stands there as U+FFFD. */
	readonly invalidAt?: number;
	/** There was more than the limit: the text ends before a line that begins at the margin, so that no entry is cut in two. */
	readonly cut: boolean;
}

/** Decodes UTF-8, with or without byte order mark, up to `limit` bytes. */
export function decode(bytes: Uint8Array, limit: number): Decoded {
	const cut = bytes.length > limit;
	const read = cut ? bytes.subarray(0, limit) : bytes;
	const strict = prefixText(read, cut);
	const whole = strict ?? new TextDecoder('utf-8').decode(read, { stream: cut });
	const text = cut ? beforeLastEntry(whole) : whole;
	return strict === undefined ? { text, invalidAt: firstInvalid(read), cut } : { text, cut };
}

/** `unfinished`: a character that is not complete at the end is left out instead of being an error. */
function prefixText(bytes: Uint8Array, unfinished: boolean): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: unfinished });
	} catch {
		return undefined;
	}
}

/** A prefix of valid UTF-8 is valid up to its last character: so the first invalid byte can be found by halving. */
function firstInvalid(bytes: Uint8Array): number {
	let valid = 0;
	let invalid = bytes.length + 1;
	while (invalid - valid > 1) {
		const middle = (valid + invalid) >> 1;
		if (prefixText(bytes.subarray(0, middle), true) === undefined) invalid = middle;
		else valid = middle;
	}
	return prefixText(bytes.subarray(0, valid), true)?.length ?? 0;
}

function beforeLastEntry(text: string): string {
	for (let at = text.length - 1; at > 0; at--) {
		const before = text.charCodeAt(at - 1);
		const char = text.charCodeAt(at);
		if ((before === 10 || before === 13) && char !== 32 && char !== 9 && char !== 10 && char !== 13) return text.slice(0, at);
	}
	return text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}
