import type { Schema } from 'bitbucket';
import type { Submission } from '../evidence.ts';
import { fieldsOf, textOf } from '../fields.ts';
import type { Forge, PullHead } from '../forge.ts';
import { headsOf } from '../forges/heads-of.ts';
import { submissionFrom } from '../forges/submission-from.ts';
import { API } from './recognise.ts';

/** `draft` came later than the package's types. */
type Told = Readonly<Partial<Record<keyof Schema.Pullrequest | 'draft', unknown>>>;

const STATES: Readonly<Record<string, Submission['state']>> = { OPEN: 'open', MERGED: 'merged', DECLINED: 'closed', SUPERSEDED: 'closed' };
const PAGE = 50;
const FULL_NAME = /^(?!\.+\/)[\w.-]{1,100}\/(?!\.+$)[\w.-]{1,100}$/;

/** A pull request as Bitbucket Cloud gives it, with a head of twelve digits. `path`: the repository that it was made for. */
export function readPull(item: unknown, origin: string, path: string): PullHead | null {
	const { id, state, draft, title, author, comment_count, closed_by, updated_on, source }: Told = fieldsOf(item);
	const known = typeof state === 'string' && Object.hasOwn(STATES, state) ? STATES[state] : undefined;
	const submission = submissionFrom({
		number: id,
		state: known === 'open' && draft === true ? 'draft' : known,
		author: fieldsOf(author).nickname ?? fieldsOf(author).display_name,
		title,
		comments: comment_count,
		closedBy: fieldsOf(closed_by).nickname ?? fieldsOf(closed_by).display_name,
		// A declined one changes no more.
		closedAt: updated_on,
	});
	if (!submission) return null;
	const { branch, commit, repository } = fieldsOf(source);
	const head = textOf(fieldsOf(commit).hash, 64);
	const name = textOf(fieldsOf(branch).name, 300);
	const from = textOf(fieldsOf(repository).full_name, 300);
	const fork = from !== undefined && from !== path && FULL_NAME.test(from) ? `${origin}/${from}.git` : undefined;
	return {
		submission,
		...(head !== undefined && /^[0-9a-f]{7,64}$/.test(head) && { head }),
		...(name !== undefined && { branch: name }),
		...(fork !== undefined && { fork }),
	};
}

/** Without a sign-in 60 requests an hour for all of Bitbucket: the newest 50 pull requests by one. Its git has no refs of them. */
export const bitbucketCloudHeads: NonNullable<Forge['heads']> = ({ origin, path }, ports, signal) => {
	const states = Object.keys(STATES).map((state) => `state=${state}&`);
	const list = (page: number) => `${API}/2.0/repositories/${path}/pullrequests?${states.join('')}pagelen=${PAGE}&page=${page + 1}`;
	return headsOf(
		{ list, pages: 1, size: PAGE, items: 'values', count: 'size', read: (item) => readPull(item, origin, path) },
		ports,
		signal,
	);
};
