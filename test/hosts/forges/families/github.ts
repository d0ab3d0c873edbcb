import { githubIssue, plainIssue } from '../answers.ts';
import { githubPage } from '../pages.ts';
import { paged, pullOf, repositoryAt } from './asking.ts';
import { type Answer, type Asked, belowBy, type Family } from './family.ts';

/** What the API without a token lets through in an hour. */
const BUDGET = 60;
const MISSING = { status: 404, body: { message: 'Not Found' } };

function answer(asked: Asked): Answer | undefined {
	const [, rest] = /^(?:\/api\/v3)?\/repos\/(.*)$/.exec(asked.path) ?? [];
	if (rest === undefined) return undefined;
	const left = asked.spend();
	const headers = {
		'x-ratelimit-limit': BUDGET,
		'x-ratelimit-remaining': Math.max(0, left),
		'x-ratelimit-reset': Math.ceil(Date.now() / 1000) + 1800,
	};
	if (left < 0) return { status: 403, body: { message: 'API rate limit exceeded for 127.0.0.1.' }, headers };
	const repository = repositoryAt(asked, rest);
	const [, number] = /\/issues(?:\/(\d+))?$/.exec(rest) ?? [];
	if (!repository || !/\/issues(\/|$)/.test(rest)) return MISSING;
	const base = `${asked.site.origin}/${repository.path}`;
	if (number !== undefined) {
		const pull = pullOf(repository, number);
		return pull ? { status: 200, body: githubIssue(pull, base, true), headers } : MISSING;
	}
	const all = [plainIssue(90), ...repository.pulls.toReversed().map((pull) => githubIssue(pull, base, false))];
	return { status: 200, body: paged(all, asked.query, 'per_page', 100), headers };
}

export const github: Family = {
	page: (shown, { origin }) => githubPage(shown, new URL(origin).host),
	below: belowBy(/^pull\/(\d+)/, /^blob\/.+?\/(\.eval_results\/.+)$/),
	answer,
};
