import type { MergeRequestSchema } from '@gitbeaker/core';
import type { components } from '@octokit/openapi-types';
import type { PullRequest, TimelineComment } from 'gitea-js';
import type { DemoPull } from '../demo/draft.ts';

type Issue = components['schemas']['issue'];
type User = Pick<components['schemas']['simple-user'], 'login' | 'id' | 'html_url' | 'type'>;

/** Who closes what nobody merges in these repositories. */
export const CLOSER = 'lumen-labs';
export const OPENED = '2026-03-04T09:00:00Z';
export const CLOSED = '2026-03-05T10:00:00Z';
export const done = (pull: DemoPull): boolean => pull.state === 'closed' || pull.state === 'merged';

/** One request as an issue, as GitHub gives it: only the answer about one alone names who closed it. */
export function githubIssue(pull: DemoPull, base: string, alone: boolean) {
	const user = (login: string): User => ({ login, id: login.length, html_url: `https://github.com/${login}`, type: 'User' });
	const at = `${base}/pull/${pull.number}`;
	return {
		id: 10_000 + pull.number,
		number: pull.number,
		title: pull.title,
		user: user(pull.author),
		state: done(pull) ? 'closed' : 'open',
		draft: pull.state === 'draft',
		comments: pull.number % 3,
		html_url: at,
		closed_at: done(pull) ? CLOSED : null,
		...(alone && { closed_by: done(pull) ? user(CLOSER) : null }),
		pull_request: {
			url: `${at}.json`,
			html_url: at,
			diff_url: `${at}.diff`,
			patch_url: `${at}.patch`,
			merged_at: pull.state === 'merged' ? CLOSED : null,
		},
	} satisfies Partial<Omit<Issue, 'user' | 'closed_by'>> & { user: User; closed_by?: User | null };
}

/** An issue that is no pull request: GitHub's list mixes them. */
export const plainIssue = (number: number) => ({
	id: 20_000 + number,
	number,
	title: 'Which tokenizer is this?',
	user: { login: 'a-reader', id: 9 },
	state: 'open',
	comments: 0,
	closed_at: null,
});

export function gitlabMergeRequest(pull: DemoPull, base: string) {
	return {
		id: 30_000 + pull.number,
		iid: pull.number,
		project_id: 4711,
		title: pull.title,
		state: pull.state === 'open' || pull.state === 'draft' ? 'opened' : pull.state,
		draft: pull.state === 'draft',
		author: { id: 7, username: pull.author, name: pull.author },
		user_notes_count: pull.number % 3,
		web_url: `${base}/-/merge_requests/${pull.number}`,
		closed_by: pull.state === 'closed' ? { id: 8, username: CLOSER, name: CLOSER } : null,
		closed_at: pull.state === 'closed' ? CLOSED : null,
		merged_at: pull.state === 'merged' ? CLOSED : null,
	} satisfies { readonly [Name in keyof MergeRequestSchema]?: unknown };
}

export function giteaPull(pull: DemoPull, base: string) {
	return {
		id: 40_000 + pull.number,
		number: pull.number,
		title: pull.title,
		user: { id: 7, login: pull.author },
		state: done(pull) ? 'closed' : 'open',
		draft: pull.state === 'draft',
		merged: pull.state === 'merged',
		comments: pull.number % 3,
		html_url: `${base}/pulls/${pull.number}`,
		...(done(pull) && { closed_at: CLOSED }),
	} satisfies Partial<PullRequest> & { draft: boolean };
}

/** What happened to a pull request, of which only the answer about its discussion names who closed it. */
export const giteaTimeline = (pull: DemoPull) => {
	const opened = {
		id: 1,
		type: 'comment',
		user: { id: 9, login: 'a-reader' },
		body: 'How was this measured?',
		created_at: OPENED,
	};
	const closed = { id: 2, type: 'close', user: { id: 8, login: CLOSER }, body: '', created_at: CLOSED };
	return [opened, ...(pull.state === 'closed' ? [closed] : [])] satisfies readonly Partial<TimelineComment>[];
};
