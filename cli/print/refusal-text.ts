import { reasonText } from '../../shared/messages/reason-text.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { SigningRefusal } from '../../shared/trust/signing/refusal.ts';

/** Why an entry is not signed, in words. */
export function refusalText(words: Words, { code, params, issue, reason }: SigningRefusal): string {
	const why = issue ? words.code('issue', issue.code, issue.params) : reason ? reasonText(words, reason) : '';
	return words.code('sign_refused', code, { ...params, why });
}
