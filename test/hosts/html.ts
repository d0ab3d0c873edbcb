/** Markup that is safe to send. */
export class Html {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

type Part = string | number | Html | readonly Html[] | undefined;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const written = (part: Part): string => {
	if (part === undefined) return '';
	if (part instanceof Html) return part.text;
	return typeof part === 'object' ? part.map(written).join('') : escaped(String(part));
};

/** Markup from a template: every value that is not markup itself is escaped. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
	new Html(strings.map((string, n) => string + written(parts[n])).join(''));
