import type { Issue } from '../../results/issue.ts';
import type { Reason } from '../signature/verdict.ts';

/** Why an entry is not signed, and its file left as it is. Words: `sign_refused_<code>`, hyphens as underscores. */
export interface SigningRefusal {
	readonly code:
		| 'not-a-list'
		| 'no-entries'
		/** Two programs may read two things; `issue` says why. */
		| 'ambiguous'
		| 'no-dataset'
		| 'no-task'
		| 'no-value'
		/** Not a number as JSON writes it, so that some readers take it for another one. */
		| 'not-decimal'
		/** The claims are not those of a signed result. */
		| 'claims'
		/** A reader with this key would not call it verified; `reason` says why. */
		| 'does-not-verify'
		/** The entry stands in brackets, or begins in a way that leaves no place for a line of its own. */
		| 'flow'
		/** Its value does not stand on one line with its name. */
		| 'value-lines'
		/** What stands as its token is a list or a mapping. */
		| 'token-not-text'
		/** What stands as its token is a block of lines. */
		| 'token-lines'
		/** The edited text would not read as it did, tokens aside. */
		| 'cannot-tell';
	/** 1-based, in the file as it is. */
	readonly line: number;
	readonly params: Readonly<Record<string, string | number>>;
	readonly issue?: Issue;
	readonly reason?: Reason;
}

export const refusal = (
	code: SigningRefusal['code'],
	line: number,
	params: SigningRefusal['params'] = {},
	why: Pick<SigningRefusal, 'issue' | 'reason'> = {},
): SigningRefusal => ({ code, line, params, ...why });
