import { succeed } from '../../outcome.ts';
import type { Submission } from '../evidence.ts';
import { fieldsOf, textOf } from '../fields.ts';
import type { Forge, PullHead } from '../forge.ts';
import { headsOf } from '../forges/heads-of.ts';
import { submissionFrom } from '../forges/submission-from.ts';
import type { RepoPage } from '../repo-page.ts';

const STATES: Readonly<Record<string, Submission['state']>> = { OPEN: 'open', MERGED: 'merged', DECLINED: 'closed' };
const PAGE = 100;
const NAME = /^(?!\.+$)~?[\w.-]{1,128}$/;

/** A pull request as Bitbucket Data Center gives it. Times are ms since 1970; who declined it only its activities tell. */
export function readPull(item: unknown, page: Pick<RepoPage, 'origin' | 'cloneUrl'>): PullHead | null {
	const { id, state, draft, title, author, closedDate, properties, fromRef } = fieldsOf(item);
	const known = typeof state === 'string' && Object.hasOwn(STATES, state) ? STATES[state] : undefined;
	const submission = submissionFrom({
		number: id,
		state: known === 'open' && draft === true ? 'draft' : known,
		author: fieldsOf(fieldsOf(author).user).name,
		title,
		comments: fieldsOf(properties).commentCount,
		closedBy: undefined,
		closedAt: typeof closedDate === 'number' && Math.abs(closedDate) < 8.64e15 ? new Date(closedDate).toISOString() : undefined,
	});
	if (!submission) return null;
	const { id: ref, latestCommit, repository } = fieldsOf(fromRef);
	const head = textOf(latestCommit, 64);
	const branch = /^refs\/heads\/(.{1,300})$/.exec(textOf(ref) ?? '')?.[1];
	const fork = forkOf(repository, page.cloneUrl);
	return {
		submission,
		...(head !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(head) && { head }),
		...(branch !== undefined && { branch }),
		...(fork !== undefined && { fork }),
	};
}

/** `https://git.example.org/bitbucket/scm/lum/kestrel.git` of a repository that is not the page's own. */
function forkOf(repository: unknown, cloneUrl: string): string | undefined {
	const slug = textOf(fieldsOf(repository).slug, 128);
	const key = textOf(fieldsOf(fieldsOf(repository).project).key, 128);
	if (slug === undefined || key === undefined || !NAME.test(slug) || !NAME.test(key)) return undefined;
	const url = cloneUrl.replace(/\/scm\/[^/]+\/[^/]+$/, `/scm/${key.toLowerCase()}/${slug}.git`);
	return url === cloneUrl ? undefined : url;
}

/** Its refs of pull requests are not kept up (`refs/pull-requests/{id}/from`): the API says where each stands. */
export const bitbucketServerHeads: NonNullable<Forge['heads']> = (page, ports, signal) => {
	const { api } = page.offers;
	if (api === undefined) return Promise.resolve(succeed({ pulls: [] }));
	const list = (n: number) => `${api}/pull-requests?state=ALL&limit=${PAGE}&start=${n * PAGE}`;
	return headsOf({ list, pages: 2, size: PAGE, items: 'values', read: (item) => readPull(item, page) }, ports, signal);
};
