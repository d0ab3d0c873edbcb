/** A backslash escape, a run of backticks, or one other character. */
const STEP = /\\[!-/:-@[-`{-~]|`+|[\s\S]/g;
const MARKUP = [/!\[/, /<[a-z!/?]/i, /\]\(/, /https?:/i, /www\./i, /@/, /#\d/, /~~/, /\|/, /&[a-z#]/i];

/**
 * What is still markup in one line of Markdown apart from code spans, read as CommonMark 0.31 does (6.1: a backtick string opens a span where
 * one of the same length follows, and in a span nothing is markup, not even a backslash): links, HTML, autolinks, mentions, references.
 */
export function markupIn(markdown: string): readonly string[] {
	const line = markdown.trimEnd();
	const found = /[\n\r]/.test(line) ? ['several lines'] : [];
	let outside = '';
	STEP.lastIndex = 0;
	for (let step = STEP.exec(line); step; step = STEP.exec(line)) {
		const [text] = step;
		if (!text.startsWith('`')) outside += text.length > 1 ? '·' : text;
		else {
			const close = new RegExp(`(?<!\`)${text}(?!\`)`, 'g');
			close.lastIndex = STEP.lastIndex;
			if (!close.exec(line)) found.push('open code span');
			STEP.lastIndex = close.lastIndex || line.length;
			outside += '·';
		}
	}
	return [...found, ...MARKUP.filter((kind) => kind.test(outside)).map(String)];
}
