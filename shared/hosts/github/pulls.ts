import type { components } from '@octokit/openapi-types';
import { succeed } from '../../outcome.ts';
import type { Submission } from '../evidence.ts';
import { fieldsOf } from '../fields.ts';
import type { Forge } from '../forge.ts';
import { askForge } from '../forges/ask.ts';
import { withClosers } from '../forges/closers.ts';
import { listedPulls } from '../forges/listed.ts';
import { submissionFrom } from '../forges/submission-from.ts';
import type { RepoPage } from '../repo-page.ts';

/** As GitHub's own description of its API has it; nothing of it is taken for granted. */
type Issue = components['schemas']['issue'];
type Told = Readonly<Partial<Record<keyof Issue, unknown>>>;

export const SITE = 'https://github.com';
export const API = 'https://api.github.com';

/** GitHub Enterprise Server has its API on its own origin. */
export const apiRootOf = ({ origin }: Pick<RepoPage, 'origin'>): string => (origin === SITE ? API : `${origin}/api/v3`);
export const apiOf = (page: Pick<RepoPage, 'origin' | 'path'>): string => `${apiRootOf(page)}/repos/${page.path}`;

/** A pull request as an issue: only that form has its comments and, asked for alone, who closed it. `undefined`: an issue that is none. */
export function readIssue(item: unknown): Submission | undefined | null {
	const { number, title, user, state, draft, comments, pull_request, closed_at, closed_by }: Told = fieldsOf(item);
	if (number !== undefined && pull_request === undefined) return undefined;
	const merged = Boolean(fieldsOf(pull_request).merged_at);
	return submissionFrom({
		number,
		state: merged ? 'merged' : state === 'closed' ? 'closed' : state === 'open' ? (draft === true ? 'draft' : 'open') : undefined,
		author: fieldsOf(user).login,
		title,
		comments,
		closedBy: fieldsOf(closed_by).login,
		closedAt: closed_at,
	});
}

/** Without a token 60 requests an hour: one for what a page needs, five at most. */
export const githubPulls: NonNullable<Forge['submissions']> = async (page, numbers, ports, signal) => {
	const api = apiOf(page);
	const one = (number: number) => `${api}/issues/${number}`;
	const list = (n: number) => `${api}/issues?state=all&per_page=100&page=${n}`;
	const pulls = await listedPulls({ one, list, size: 100, pages: 1, single: 2, read: readIssue }, numbers, ports, signal);
	if (!pulls.ok) return pulls;
	const closed = await withClosers(pulls.value, numbers, async ({ number }) => {
		const told = await askForge(one(number), ports, signal);
		return (told.ok && readIssue(told.value)) || undefined;
	});
	return succeed(closed);
};
