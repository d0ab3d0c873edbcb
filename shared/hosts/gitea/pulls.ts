import type { PullRequest } from 'gitea-js';
import { succeed } from '../../outcome.ts';
import type { Submission } from '../evidence.ts';
import { fieldsOf } from '../fields.ts';
import type { Forge } from '../forge.ts';
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
		// Who closed it the answer does not say.
		closedBy: undefined,
		closedAt: closed_at,
	});
}

/** Lists hold 50 at most, whatever is asked for (Gitea's `MAX_RESPONSE_ITEMS`). */
export const giteaPulls: Forge['submissions'] = async ({ offers: { api } }, numbers, ports, signal) =>
	api === undefined
		? succeed(new Map())
		: listedPulls(
				{
					one: (number) => `${api}/pulls/${number}`,
					list: (n) => `${api}/pulls?state=all&limit=50&page=${n}`,
					size: 50,
					pages: 4,
					single: 3,
					read: readPull,
				},
				numbers,
				ports,
				signal,
			);
