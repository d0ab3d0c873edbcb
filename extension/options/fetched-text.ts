import type { Problem } from '../../shared/hosts/evidence.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { Fetched } from './fetch-keys.ts';

/** Why nothing was fetched from a site, in words. */
export function fetchedText(words: Words, fetched: Exclude<Fetched, { kind: 'text' }>, site: string): string {
	switch (fetched.kind) {
		case 'refused':
			return words('options_refused', { site });
		case 'not-text':
			return words('key_refused_not_a_key');
		case 'problem':
			return problemText(words, fetched.problem, site);
	}
}

function problemText(words: Words, { code, params }: Problem, site: string): string {
	// A status is a name, not an amount.
	const shown = { origin: site, status: String(params.status ?? '') };
	return (shown.status !== '' && words.code('state', code, shown, '_status')) || words.code('state', code, shown);
}
