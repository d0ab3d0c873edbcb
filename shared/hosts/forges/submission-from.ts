import type { Submission } from '../evidence.ts';
import { countOf, textOf } from '../fields.ts';

/** What a forge's answer says of a pull request, field by field as it came. */
interface Told {
	readonly number: unknown;
	readonly state: Submission['state'] | undefined;
	readonly author: unknown;
	readonly title: unknown;
	readonly comments: unknown;
	readonly closedBy: unknown;
	readonly closedAt: unknown;
}

const TITLE = 300;
const DATE = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/;

/** `null` where number or state are none: an answer in another shape. Its page is not taken from the answer, which may name another host. */
export function submissionFrom({ number, state, author, title, comments, closedBy, closedAt }: Told): Submission | null {
	const count = countOf(number);
	if (!count || !state) return null;
	const by = textOf(author, TITLE);
	const called = textOf(title, TITLE);
	const said = countOf(comments);
	const closer = state === 'closed' ? textOf(closedBy, TITLE) : undefined;
	const closed = state === 'closed' ? textOf(closedAt, 40) : undefined;
	return {
		number: count,
		state,
		...(by !== undefined && { author: by }),
		...(called !== undefined && { title: called }),
		...(said !== undefined && { comments: said }),
		...(closer !== undefined && { closedBy: closer }),
		...(closed !== undefined && DATE.test(closed) && { closedAt: closed }),
	};
}
