import { succeed } from '../../outcome.ts';
import type { Submission } from '../evidence.ts';
import { fieldsOf } from '../fields.ts';
import type { Forge } from '../forge.ts';
import { listedPulls } from '../forges/listed.ts';
import { submissionFrom } from '../forges/submission-from.ts';

const STATES: Readonly<Record<string, Submission['state']>> = { open: 'open', closed: 'closed', merged: 'merged' };

/** A pull request as Gitee's API, version 5, gives it. Who closed it, it does not say. */
export function readPull(item: unknown): Submission | null {
	const { number, state, draft, title, user, comments, closed_at } = fieldsOf(item);
	const known = typeof state === 'string' && Object.hasOwn(STATES, state) ? STATES[state] : undefined;
	return submissionFrom({
		number,
		state: known === 'open' && draft === true ? 'draft' : known,
		author: fieldsOf(user).login,
		title,
		comments,
		closedBy: undefined,
		closedAt: closed_at,
	});
}

export const giteePulls: NonNullable<Forge['submissions']> = async ({ offers: { api } }, numbers, ports, signal) => {
	if (api === undefined) return succeed(new Map());
	const one = (number: number) => `${api}/pulls/${number}`;
	const list = (n: number) => `${api}/pulls?state=all&per_page=100&page=${n}`;
	return listedPulls({ one, list, size: 100, pages: 2, single: 2, read: readPull }, numbers, ports, signal);
};
