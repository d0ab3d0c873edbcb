import type { DemoPull, PullState } from '../../demo/draft.ts';
import { git } from '../../history.ts';
import { html } from '../../html.ts';
import { CLOSED, CLOSER, done, OPENED } from '../answers.ts';
import { list, type Shown, style } from '../pages.ts';
import type { ForgeSite } from '../site.ts';
import { headOf, paged, pullOf, repositoryAt } from './asking.ts';
import { type Answer, type Asked, belowBy, type Family } from './family.ts';

const STATES = { open: 'Open', draft: 'Open', merged: 'Merged', closed: 'Closed' } as const satisfies Record<PullState, string>;
/** What its policy asks of a style in the page. */
const NONCE = 'x';
/** Seconds since 1970, as text. */
const seconds = (time: string): string => String(Date.parse(time) / 1000);

/** One pull request as Pagure gives it; it knows no drafts, so only the title says so. `base` is the address of the repository's page. */
export function pagurePull(pull: DemoPull, base: string, head: string) {
	const user = (name: string) => ({ name, fullname: name });
	const comments = Array.from({ length: pull.number % 3 }, (_, n) => ({
		id: n + 1,
		comment: 'How was this measured?',
		user: user('a-reader'),
	}));
	return {
		id: pull.number,
		title: pull.state === 'draft' ? `Draft: ${pull.title}` : pull.title,
		user: user(pull.author),
		branch_from: `pr-${pull.number}`,
		branch: 'main',
		commit_start: head,
		commit_stop: head,
		status: STATES[pull.state],
		closed_by: done(pull) ? user(CLOSER) : null,
		closed_at: done(pull) ? seconds(CLOSED) : null,
		comments,
		full_url: `${base}/pull-request/${pull.number}`,
		date_created: seconds(OPENED),
	};
}

function answer(asked: Asked): Answer | undefined {
	const { site, path, query, member } = asked;
	if (!path.startsWith('/api/0/')) return undefined;
	const rest = path.slice('/api/0/'.length);
	const repository = repositoryAt(asked, rest);
	const [, many, number] = /\/(?:(pull-requests)|pull-request\/(\d+))$/.exec(rest) ?? [];
	if (!repository || (repository.locked && !member)) return { status: 404, body: { error: 'Project not found', error_code: 'ENOPROJECT' } };
	const told = (pull: DemoPull) => pagurePull(pull, `${site.origin}/${repository.path}`, headOf(repository, pull));
	if (many === undefined) {
		const pull = number === undefined ? undefined : pullOf(repository, number);
		return pull ? { status: 200, body: told(pull) } : { status: 404, body: { error: 'Pull-Request not found', error_code: 'ENOREQ' } };
	}
	const status = query.get('status') ?? 'Open';
	const all = repository.pulls.filter(({ state }) => status === 'all' || STATES[state] === status).toReversed();
	return { status: 200, body: listed(asked, all.length, paged(all, query, 'per_page', 100, 20).map(told)) };
}

/** A page of the list, with where the others stand. */
function listed({ site, path, query }: Asked, total: number, requests: readonly unknown[]) {
	const per_page = Math.min(Number(query.get('per_page') ?? 20), 100);
	const page = Number(query.get('page') ?? 1);
	const pages = Math.max(1, Math.ceil(total / per_page));
	const at = (n: number) => (n < 1 || n > pages ? null : `${site.origin}${path}?per_page=${per_page}&page=${n}`);
	return {
		args: { assignee: null, author: null, page, per_page, status: query.get('status') ?? 'Open', tags: [] },
		requests,
		total_requests: total,
		pagination: { first: at(1), last: at(pages), next: at(page + 1), page, pages, per_page, prev: at(page - 1) },
	};
}

function page(shown: Shown, { origin }: ForgeSite): string {
	const { repository, home, clone, rest } = shown;
	const { host } = new URL(origin);
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${rest === '' ? 'Overview' : rest} - ${repository.path} - Pagure</title>
<link rel="shortcut icon" href="/static/favicon.ico">
<link rel="stylesheet" href="/static/pagure.css?version=5.14.1" nonce="${NONCE}">
<meta name="go-import" content="${host}${home} git ${clone}">
${style(NONCE)}
</head>
<body id="home">
<nav class="navbar" aria-label="Site"><a href="/"><img id="pagureLogo" src="/static/pagure-logo.png" alt="Pagure" width="96" height="40"></a></nav>
<main class="bodycontent">
<div class="bg-light border"><h3><a href="${home}">${repository.path}</a></h3></div>
<p>${rest === '' ? repository.description : rest}</p>
<table class="table"><tbody>${list(shown)}</tbody></table>
</main>
</body>
</html>`.text;
}

export const pagure: Family = {
	page,
	headers: { 'content-security-policy': `default-src 'self'; script-src 'self' 'nonce-${NONCE}'; style-src 'self' 'nonce-${NONCE}'` },
	below: belowBy(/^pull-request\/(\d+)/, /^(?:blob|tree)\/.+?\/f\/(\.eval_results\/.+)$/),
	file: (home, name) => `${home}/blob/main/f/${name}`,
	versionZero: true,
	answer,
	prepare: ({ directory }) => {
		git(directory, ['config', 'uploadpack.allowFilter', 'false']);
		return [];
	},
};
