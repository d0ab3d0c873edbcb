import type { PullRequest } from 'gitea-js';
import { succeed } from '../../outcome.ts';
import type { Submission } from '../evidence.ts';
import { fieldsOf, listOf, textOf } from '../fields.ts';
import type { Forge } from '../forge.ts';
import { askForge } from '../forges/ask.ts';
import { withClosers } from '../forges/closers.ts';
import { listedPulls } from '../forges/listed.ts';
import { submissionFrom } from '../forges/submission-from.ts';

/** `draft` came later than the package's types. */
type Told = Readonly<Partial<Record<keyof PullRequest | 'draft', unknown>>>;

export function readPull(item: unknown): Submission | null {
	const { number, title, user, state, merged, draft, comments, closed_at }: Told = fieldsOf(item);
	const { login } = fieldsOf(user);
	return submissionFrom({
		number,
		state: merged === true ? 'merged' : state === 'closed' ? 'closed' : state === 'open' ? (draft === true ? 'draft' : 'open') : undefined,
		author: login,
		title,
		comments,
		// Who closed it only the discussion says.
		closedBy: undefined,
		closedAt: closed_at,
	});
}

/** Who closed it last, by the events of its discussion. */
export function readCloser(events: unknown): string | undefined {
	const closed = listOf(events).findLast((event) => fieldsOf(event).type === 'close');
	return textOf(fieldsOf(fieldsOf(closed).user).login, 300);
}

/** Lists hold 50 at most, whatever is asked for (Gitea's `MAX_RESPONSE_ITEMS`). */
export const giteaPulls: NonNullable<Forge['submissions']> = async ({ offers: { api } }, numbers, ports, signal) => {
	if (api === undefined) return succeed(new Map());
	const one = (number: number) => `${api}/pulls/${number}`;
	const list = (n: number) => `${api}/pulls?state=all&limit=50&page=${n}`;
	const pulls = await listedPulls({ one, list, size: 50, pages: 4, single: 3, read: readPull }, numbers, ports, signal);
	if (!pulls.ok) return pulls;
	const closed = await withClosers(pulls.value, numbers, async (pull) => {
		const told = await askForge(`${api}/issues/${pull.number}/timeline?limit=50`, ports, signal);
		const closedBy = told.ok ? readCloser(told.value) : undefined;
		return told.ok ? { ...pull, ...(closedBy && { closedBy }) } : undefined;
	});
	return succeed(closed);
};
