import type { GitPullRequest } from 'azure-devops-node-api/interfaces/GitInterfaces.js';
import { succeed } from '../../outcome.ts';
import type { Submission } from '../evidence.ts';
import { fieldsOf, textOf } from '../fields.ts';
import type { Forge, PullHead } from '../forge.ts';
import { headsOf } from '../forges/heads-of.ts';
import { submissionFrom } from '../forges/submission-from.ts';

type Told = Readonly<Partial<Record<keyof GitPullRequest, unknown>>>;

/** On the wire states are words, in the package's types numbers. */
const STATES: Readonly<Record<string, Submission['state']>> = { active: 'open', completed: 'merged', abandoned: 'closed' };
const PAGE = 100;

/** A pull request as Azure DevOps gives it. */
export function readPull(item: unknown): PullHead | null {
	const told: Told = fieldsOf(item);
	const { pullRequestId, status, isDraft, title, createdBy, closedBy, closedDate, sourceRefName, lastMergeSourceCommit, forkSource } = told;
	const known = typeof status === 'string' && Object.hasOwn(STATES, status) ? STATES[status] : undefined;
	const submission = submissionFrom({
		number: pullRequestId,
		state: known === 'open' && isDraft === true ? 'draft' : known,
		author: fieldsOf(createdBy).displayName,
		title,
		comments: undefined,
		closedBy: fieldsOf(closedBy).displayName,
		closedAt: closedDate,
	});
	if (!submission) return null;
	const head = textOf(fieldsOf(lastMergeSourceCommit).commitId, 64);
	const branch = /^refs\/heads\/(.{1,300})$/.exec(textOf(sourceRefName) ?? '')?.[1];
	// One from a fork has no branch here; its commit stands here all the same, as what was to be merged.
	const own = forkSource === undefined || forkSource === null;
	return {
		submission,
		...(head !== undefined && /^[0-9a-f]{40}$/.test(head) && { head }),
		...(own && branch !== undefined && { branch }),
	};
}

/** Its git shows no refs of pull requests that are their heads. */
export const azureHeads: NonNullable<Forge['heads']> = ({ offers: { api } }, ports, signal) => {
	if (api === undefined) return Promise.resolve(succeed({ pulls: [] }));
	const list = (n: number) => `${api}/pullrequests?searchCriteria.status=all&$top=${PAGE}&$skip=${n * PAGE}&api-version=7.1`;
	return headsOf({ list, pages: 2, size: PAGE, items: 'value', read: readPull }, ports, signal);
};
