import type { MessageKey, Words } from '../messages/words.ts';
import type { Format } from './format.ts';

/** Already written in the format: a link, a list of quotations. */
export interface Written {
	readonly written: string;
}
/** A text is one of a file or a page, and is written as such. */
export type SpokenParams = Readonly<Record<string, string | number | Written>>;

/** The catalogue's words in one format: their own text escaped as ours, what is put into them as somebody else's. */
export interface Speak {
	(key: MessageKey, params?: SpokenParams): Written;
	/** The message of a code; nothing where the catalogue has none. */
	code(family: string, code: string, params?: SpokenParams): Written | undefined;
	readonly words: Words;
	readonly format: Format;
}

/** Private use characters that no word of ours holds: what is put in must not be escaped a second time, nor be taken for words. */
const MARKED = /\uE000(\d+)\uE001/g;

export function speak(words: Words, format: Format): Speak {
	const put = (params: SpokenParams, say: (params: Readonly<Record<string, string | number>>) => string): Written => {
		const texts: string[] = [];
		const marked = Object.entries(params).map(([name, value]) => {
			if (typeof value === 'number') return [name, value] as const;
			texts.push(typeof value === 'string' ? format.foreign(value) : value.written);
			return [name, `\uE000${texts.length - 1}\uE001`] as const;
		});
		const sentence = format.own(say(Object.fromEntries(marked)));
		return { written: sentence.replace(MARKED, (_, index) => texts[Number(index)] ?? '') };
	};
	return Object.assign((key: MessageKey, params: SpokenParams = {}) => put(params, (marked) => words(key, marked)), {
		code: (family: string, code: string, params: SpokenParams = {}) => {
			const said = put(params, (marked) => words.code(family, code, marked));
			return said.written === '' ? undefined : said;
		},
		words,
		format,
	});
}

/** Several after each other, with a comma between, or a semicolon where they hold commas themselves. */
export const listed = (parts: readonly Written[], between: ', ' | '; ' = ', '): Written => ({
	written: parts.map(({ written }) => written).join(between),
});
