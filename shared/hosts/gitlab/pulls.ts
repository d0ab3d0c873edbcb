import type { MergeRequestSchema } from '@gitbeaker/core';
import { problemAt } from '../../http/problem-of.ts';
import { fail, succeed } from '../../outcome.ts';
import type { Submission } from '../evidence.ts';
import { fieldsOf } from '../fields.ts';
import type { Forge } from '../forge.ts';
import { askForge } from '../forges/ask.ts';
import { submissionFrom } from '../forges/submission-from.ts';

type Told = Readonly<Partial<Record<keyof MergeRequestSchema, unknown>>>;

/** One answer holds so many. */
const PAGE = 100;
/** `locked`: it is being merged at this moment. */
const STATES: Readonly<Record<string, Submission['state']>> = { opened: 'open', locked: 'open', closed: 'closed', merged: 'merged' };

export function readMergeRequest(item: unknown): Submission | null {
	const { iid, state, draft, title, author, user_notes_count, closed_by, closed_at }: Told = fieldsOf(item);
	const known = typeof state === 'string' && Object.hasOwn(STATES, state) ? STATES[state] : undefined;
	return submissionFrom({
		number: iid,
		state: known === 'open' && draft === true ? 'draft' : known,
		author: fieldsOf(author).username,
		title,
		comments: user_notes_count,
		closedBy: fieldsOf(closed_by).username,
		closedAt: closed_at,
	});
}

/** GitLab can be asked for just these numbers: one request for each hundred. */
export const gitlabPulls: NonNullable<Forge['submissions']> = async ({ offers: { api } }, numbers, ports, signal) => {
	const found = new Map<number, Submission>();
	if (api === undefined) return succeed(found);
	for (let at = 0; at < numbers.length; at += PAGE) {
		const some = numbers.slice(at, at + PAGE).map((number) => `&iids[]=${number}`);
		const url = `${api}/merge_requests?state=all&per_page=${PAGE}${some.join('')}`;
		const told = await askForge(url, ports, signal);
		if (!told.ok) return found.size > 0 ? succeed(found) : told;
		const items = Array.isArray(told.value) ? told.value.map(readMergeRequest) : [null];
		if (items.includes(null)) return fail(problemAt(url, 'unexpected-answer', 'submission-states', { reason: 'list' }));
		for (const item of items) if (item) found.set(item.number, item);
	}
	return succeed(found);
};
