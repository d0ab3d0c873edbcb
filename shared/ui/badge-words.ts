import { reasonText } from '../messages/reason-text.ts';
import type { Words } from '../messages/words.ts';
import type { Badge } from '../trust/badge.ts';
import { isSignatureBadge } from '../trust/signature/signature-badge.ts';

export interface BadgeWords {
	readonly label: string;
	/** What it says. */
	readonly sentence: string;
	/** What it does not show. */
	readonly not: string;
}

/**
 * The words of a badge. A badge that comes in kinds (`kind`, `from` or `state` among its parameters) may have a sentence of its own
 * for one of them, `badge_<code>_sentence_<kind>`; a source is named by its kind, `source_<kind>`.
 */
export function badgeWords(words: Words, badge: Badge): BadgeWords {
	const params = { author: words('badge_author_unknown'), ...badge.params };
	if (isSignatureBadge(badge.code)) return signatureWords(words, badge);
	const { kind, from, state } = badge.params;
	const variant = kind ?? from ?? state;
	const say = (suffix: string) => words.code('badge', badge.code, params, suffix);
	const own = variant === undefined ? '' : String(variant).replaceAll('-', '_');
	return {
		label: (badge.code === 'source' && own && words.code('source', own)) || say(''),
		sentence:
			(own && (badge.code === 'source' ? words.code('source', own, params, '_sentence') : say(`_sentence_${own}`))) || say('_sentence'),
		not: say('_not'),
	};
}

/** What the check gave, then why: the reason that decided, or what makes it a weaker one. */
function signatureWords(words: Words, { code, params }: Badge): BadgeWords {
	const why = params.reason === undefined ? '' : reasonText(words, { code: String(params.reason), params });
	// A reason that says the same with more in it stands alone.
	const says = code === 'signature-invalid' && why ? '' : words.code('badge', code, params, '_sentence');
	return {
		label: words.code('badge', code),
		sentence: [says, why].filter((text) => text !== '').join(' '),
		not: words.code('badge', code, {}, '_not'),
	};
}
