import type { Repository } from '../hosts/evidence.ts';
import { ownAddress } from './permalink.ts';

/** Servers and browsers take addresses of about this length; longer ones some refuse. */
export const LONGEST_ADDRESS = 8000;

/**
 * The address of the repository's own form for a new discussion with these lines filled in, cut at a line (and ended with `cutHere`) so
 * that it has at most 8,000 characters. `undefined` where the host has no such form, or where it would lead to another origin.
 */
export function discussUrl(
	{ discussTemplate, origin }: Pick<Repository, 'discussTemplate' | 'origin'>,
	title: string,
	lines: readonly string[],
	cutHere: string,
): string | undefined {
	if (discussTemplate === undefined) return undefined;
	const filled = (body: string) => {
		const values: Readonly<Record<string, string>> = { '%title%': encoded(title), '%body%': encoded(body) };
		// In one pass: a title may say `%body%`.
		return ownAddress(
			discussTemplate.replace(/%title%|%body%/g, (name) => values[name] ?? name),
			{ origin },
		);
	};
	const whole = filled(lines.join('\n'));
	if (whole === undefined) return undefined;
	if (whole.length <= LONGEST_ADDRESS) return whole;
	for (let kept = lines.length - 1; kept >= 0; kept--) {
		const shorter = filled([...lines.slice(0, kept), '', cutHere].join('\n'));
		if (shorter !== undefined && shorter.length <= LONGEST_ADDRESS) return shorter;
	}
	return undefined;
}

/** Also text that is no Unicode (half of a surrogate pair), which `encodeURIComponent` refuses. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
