import type { Severity } from '../../shared/results/issue.ts';

/** Colours for what is written beside a word that says the same: a terminal without them loses nothing. */
const CODES = { error: '31', warning: '33', info: '2', strong: '1', quiet: '2' } as const satisfies Record<
	Severity | 'strong' | 'quiet',
	string
>;

export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Paints with SGR sequences (ECMA-48 §8.3.117), or not at all. */
export const paint =
	(colour: boolean): Paint =>
	(style, text) =>
		colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
