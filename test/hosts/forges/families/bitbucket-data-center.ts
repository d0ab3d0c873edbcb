import type { DemoPull, PullState } from '../../demo/draft.ts';
import { git } from '../../history.ts';
import { html } from '../../html.ts';
import type { HubRepository } from '../../repositories.ts';
import { CLOSED, CLOSER, done, OPENED } from '../answers.ts';
import { list, type Shown, style } from '../pages.ts';
import { headOf, pullOf } from './asking.ts';
import { type Answer, type Asked, belowBy, type Family } from './family.ts';
import { asBranches, forgetPulls, setRefs } from './refs.ts';

const STATES = { open: 'OPEN', draft: 'OPEN', merged: 'MERGED', closed: 'DECLINED' } as const satisfies Record<PullState, string>;
/** The pull request whose ref Bitbucket did not bring up to date when its author pushed again. */
const STALE = 3;

/** A project's key and a repository's slug: `LUM` and `kestrel-32b-instruct` for `lumen-labs/kestrel-32b-instruct`. */
function namesOf({ path }: Pick<HubRepository, 'path'>): { readonly key: string; readonly slug: string } {
	const [owner = '', slug = ''] = path.split('/').slice(-2);
	return {
		key: owner
			.replace(/[^a-z]/gi, '')
			.slice(0, 3)
			.toUpperCase(),
		slug,
	};
}
const homeOf = (repository: Pick<HubRepository, 'path'>): string => {
	const { key, slug } = namesOf(repository);
	return `projects/${key}/repos/${slug}`;
};

/** One pull request as Bitbucket Data Center gives it; `base` is the address of the repository's page. Times in ms since 1970. */
export function bitbucketServerPull(pull: DemoPull, repository: Pick<HubRepository, 'path' | 'head'>, head: string, base: string) {
	const { key, slug } = namesOf(repository);
	const user = (name: string) => ({ user: { name, displayName: name } });
	const ref = (branch: string, latestCommit: string) => ({
		id: `refs/heads/${branch}`,
		displayId: branch,
		latestCommit,
		repository: { slug, project: { key } },
	});
	return {
		id: pull.number,
		version: 1,
		title: pull.title,
		state: STATES[pull.state],
		open: !done(pull),
		closed: done(pull),
		draft: pull.state === 'draft',
		author: { ...user(pull.author), role: 'AUTHOR' },
		reviewers: [{ ...user(CLOSER), role: 'REVIEWER' }],
		createdDate: Date.parse(OPENED),
		updatedDate: Date.parse(done(pull) ? CLOSED : OPENED),
		...(done(pull) && { closedDate: Date.parse(CLOSED) }),
		fromRef: ref(`pr-${pull.number}`, head),
		toRef: ref('main', repository.head),
		properties: { commentCount: pull.number % 3 },
		links: { self: [{ href: `${base}/pull-requests/${pull.number}` }] },
	};
}

const failed = (status: number, message: string, exceptionName: string): Answer => ({
	status,
	body: { errors: [{ context: null, message, exceptionName: `com.atlassian.bitbucket.${exceptionName}` }] },
});

function answer({ site, path, query, member, repositories }: Asked): Answer | undefined {
	const [, at, number] = /^\/rest\/api\/(?:1\.0|latest)\/(projects\/[^/]+\/repos\/[^/]+)\/pull-requests(?:\/(\d+))?$/.exec(path) ?? [];
	if (!path.startsWith('/rest/')) return undefined;
	const repository = repositories.find((one) => homeOf(one) === at);
	if (!repository) return failed(404, 'Repository does not exist.', 'repository.NoSuchRepositoryException');
	if (repository.locked && !member) return failed(401, 'You are not permitted to access this resource', 'AuthorisationException');
	const told = (pull: DemoPull) =>
		bitbucketServerPull(pull, repository, headOf(repository, pull), `${site.origin}${site.folder ?? ''}/${at}`);
	if (number !== undefined) {
		const pull = pullOf(repository, number);
		return pull
			? { status: 200, body: told(pull) }
			: failed(404, `No pull request exists with ID ${number} for this repository`, 'pull.NoSuchPullRequestException');
	}
	const state = query.get('state') ?? 'OPEN';
	const all = repository.pulls.filter((pull) => state === 'ALL' || STATES[pull.state] === state).toReversed();
	const limit = Math.min(Number(query.get('limit') ?? 25), 100);
	const start = Number(query.get('start') ?? 0);
	const values = all.slice(start, start + limit).map(told);
	const isLastPage = start + limit >= all.length;
	return { status: 200, body: { size: values.length, limit, isLastPage, nextPageStart: isLastPage ? null : start + limit, start, values } };
}

/** Heads on branches, and refs of its own that are not kept up. */
function prepare(repository: HubRepository): readonly string[] {
	const { directory, pulls } = repository;
	asBranches(repository);
	forgetPulls(directory);
	setRefs(
		directory,
		pulls.map((pull) => {
			const head = headOf(repository, pull);
			const at = pull.number === STALE ? git(directory, ['rev-parse', `${head}^`]).trim() : head;
			return [`refs/pull-requests/${pull.number}/from`, at] as const;
		}),
	);
	return [];
}

function page(shown: Shown): string {
	const { repository, folder, home, rest, pull } = shown;
	const { slug } = namesOf(repository);
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${slug} - Bitbucket</title>
<meta name="application-name" content="Bitbucket">
<meta name="application-version" content="8.19.0">
<link rel="icon" href="data:,">
${style()}
</head>
<body class="aui-page-sidebar bitbucket-theme">
<header id="header"><nav class="aui-header" aria-label="Site"><span id="logo" class="aui-header-logo aui-header-logo-bitbucket"><a href="${folder}/">Bitbucket</a></span></nav></header>
<main id="main"><h1><a href="${home}/browse">${slug}</a></h1>
${
	pull
		? html`<div id="pull-requests-container"><header><h2>${pull.title}</h2><div class="pull-request-actions"><button type="button" class="aui-button">Watch</button></div></header></div>`
		: html`<div class="aui-toolbar2 branch-selector-toolbar"><div class="aui-toolbar2-inner"><div class="aui-buttons"><button type="button" class="aui-button">main</button></div></div></div>`
}
<p>${rest === '' ? repository.description : rest}</p>
<table class="aui"><tbody>${list(shown)}</tbody></table></main>
</body>
</html>`.text;
}

export const bitbucketServer: Family = {
	page,
	below: belowBy(/^pull-requests\/(\d+)/, /^browse\/(\.eval_results\/.+)$/),
	home: homeOf,
	clone: (repository) => {
		const { key, slug } = namesOf(repository);
		return `scm/${key.toLowerCase()}/${slug}.git`;
	},
	file: (home, name) => `${home}/browse/${name}`,
	answer,
	prepare,
};
