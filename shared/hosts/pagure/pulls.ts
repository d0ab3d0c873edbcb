import { problemAt } from '../../http/problem-of.ts';
import { fail, succeed } from '../../outcome.ts';
import type { Submission } from '../evidence.ts';
import { fieldsOf, listOf } from '../fields.ts';
import type { Forge } from '../forge.ts';
import { askForge } from '../forges/ask.ts';
import { submissionFrom } from '../forges/submission-from.ts';

const STATES: Readonly<Record<string, Submission['state']>> = { Open: 'open', Closed: 'closed', Merged: 'merged' };
const PAGE = 100;
const PAGES = 2;

/** A pull request as Pagure gives it. It knows no drafts; times are seconds since 1970, as text. */
export function readPull(item: unknown): Submission | null {
	const { id, status, title, user, comments, closed_by, closed_at } = fieldsOf(item);
	const seconds = typeof closed_at === 'string' && /^\d{1,11}$/.test(closed_at) ? Number(closed_at) : undefined;
	return submissionFrom({
		number: id,
		state: typeof status === 'string' && Object.hasOwn(STATES, status) ? STATES[status] : undefined,
		author: fieldsOf(user).name,
		title,
		comments: Array.isArray(comments) ? comments.length : undefined,
		closedBy: fieldsOf(closed_by).name,
		closedAt: seconds === undefined ? undefined : new Date(seconds * 1000).toISOString(),
	});
}

/** Pagure can only be asked for its list, the newest first. */
export const pagurePulls: NonNullable<Forge['submissions']> = async ({ offers: { api } }, numbers, ports, signal) => {
	const found = new Map<number, Submission>();
	for (let page = 1; api !== undefined && page <= PAGES && numbers.some((number) => !found.has(number)); page++) {
		const url = `${api}/pull-requests?status=all&per_page=${PAGE}&page=${page}`;
		const told = await askForge(url, ports, signal);
		if (!told.ok) return found.size > 0 ? succeed(found) : told;
		const { requests } = fieldsOf(told.value);
		const items = listOf(requests).map(readPull);
		if (!Array.isArray(requests) || (items.length > 0 && items.every((item) => item === null)))
			return fail(problemAt(url, 'unexpected-answer', 'submission-states', { reason: 'list' }));
		for (const item of items) if (item) found.set(item.number, item);
		if (items.length < PAGE) break;
	}
	return succeed(found);
};
