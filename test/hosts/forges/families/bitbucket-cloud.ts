import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Schema } from 'bitbucket';
import type { DemoPull, PullState } from '../../demo/draft.ts';
import { git } from '../../history.ts';
import { html } from '../../html.ts';
import type { HubRepository } from '../../repositories.ts';
import { CLOSED, CLOSER, done, OPENED } from '../answers.ts';
import { list, type Shown, style } from '../pages.ts';
import { headOf, paged, pullOf, repositoryAt } from './asking.ts';
import { type Answer, type Asked, belowBy, type Family } from './family.ts';
import { asBranches, forgetPulls, refsBelow, setRefs } from './refs.ts';

const STATES = { open: 'OPEN', draft: 'OPEN', merged: 'MERGED', closed: 'DECLINED' } as const satisfies Record<PullState, string>;
/** The pull request whose author may not push, and has a fork. */
const FORKED = 4;
/** The API gives hashes of twelve digits. */
const SHORT = 12;

const nameOf = (repository: Pick<HubRepository, 'path'>): string => path.posix.basename(repository.path);
const comesFromFork = ({ number, state }: DemoPull): boolean => number === FORKED && state !== 'merged';
/** `hana-fork/kestrel-32b-instruct` */
const forkOf = (repository: Pick<HubRepository, 'path'>, { author }: DemoPull): string =>
	`${author.toLowerCase().split(/[^a-z0-9]/)[0]}-fork/${nameOf(repository)}`;

/** One pull request as Bitbucket Cloud gives it. `draft` came later than the package's types, and who closed one may be nobody. */
export function bitbucketCloudPull(pull: DemoPull, repository: Pick<HubRepository, 'path' | 'head'>, head: string, origin: string) {
	const account = (name: string) => ({ type: 'user', display_name: name, nickname: name });
	const end = (branch: string, hash: string, full_name: string) => ({
		branch: { name: branch },
		commit: { type: 'commit', hash: hash.slice(0, SHORT) },
		repository: { type: 'repository', full_name },
	});
	return {
		type: 'pullrequest',
		id: pull.number,
		title: pull.title,
		state: STATES[pull.state],
		draft: pull.state === 'draft',
		author: account(pull.author),
		comment_count: pull.number % 3,
		created_on: OPENED,
		updated_on: done(pull) ? CLOSED : OPENED,
		closed_by: done(pull) ? account(CLOSER) : null,
		source: end(`pr-${pull.number}`, head, comesFromFork(pull) ? forkOf(repository, pull) : repository.path),
		destination: end('main', repository.head, repository.path),
		links: { html: { href: `${origin}/${repository.path}/pull-requests/${pull.number}` } },
	} satisfies Omit<Schema.Pullrequest, 'closed_by'> & { draft: boolean; closed_by: Schema.Account | null };
}

const failed = (status: number, message: string): Answer => ({ status, body: { type: 'error', error: { message } } });

function answer(asked: Asked): Answer | undefined {
	const { site, query, member } = asked;
	const [, rest] = /^\/2\.0\/repositories\/(.*)$/.exec(asked.path) ?? [];
	if (rest === undefined) return undefined;
	// It says nothing of what is left.
	if (asked.spend() < 0) return failed(429, 'Rate limit for this resource has been exceeded');
	const repository = repositoryAt(asked, rest);
	const [, what] = /\/(pullrequests(?:\/\d+)?)$/.exec(rest) ?? [];
	if (!repository || what === undefined || (repository.locked && !member)) return failed(404, `Repository ${rest} not found`);
	const told = (pull: DemoPull) => bitbucketCloudPull(pull, repository, headOf(repository, pull), site.origin);
	const [, number] = what.split('/');
	if (number !== undefined) {
		const pull = pullOf(repository, number);
		return pull ? { status: 200, body: told(pull) } : failed(404, 'Resource not found');
	}
	const states = query.getAll('state');
	const wanted = repository.pulls.filter(({ state }) => (states.length === 0 ? ['OPEN'] : states).includes(STATES[state])).toReversed();
	const pagelen = Math.min(Number(query.get('pagelen') ?? 10), 50);
	const page = Number(query.get('page') ?? 1);
	const after = new URLSearchParams(query);
	after.set('page', String(page + 1));
	const body = {
		values: paged(wanted, query, 'pagelen', 50, 10).map(told),
		pagelen,
		size: wanted.length,
		page,
		...(page * pagelen < wanted.length && { next: `${site.api}${asked.path}?${after}` }),
	};
	return { status: 200, body };
}

/** Heads on branches, one of them in a fork alone: its commit stands nowhere here. */
function prepare(repository: HubRepository, root: string): readonly string[] {
	const { directory, pulls } = repository;
	asBranches(repository);
	forgetPulls(directory);
	const forks = pulls.filter(comesFromFork).map((pull) => {
		const branch = `refs/heads/pr-${pull.number}`;
		const fork = forkOf(repository, pull);
		const target = path.join(root, `${fork}.git`);
		mkdirSync(path.dirname(target), { recursive: true });
		git(root, ['clone', '--quiet', '--bare', directory, target]);
		git(target, ['config', 'uploadpack.allowFilter', 'true']);
		const others = [...refsBelow(target, 'refs/heads/pr-*').keys()].filter((name) => name !== branch);
		setRefs(
			target,
			others.map((name) => [name, undefined] as const),
		);
		setRefs(directory, [[branch, undefined]]);
		return fork;
	});
	git(directory, ['gc', '--quiet', '--prune=now']);
	return forks;
}

function page(shown: Shown): string {
	const { repository, home, rest, pull } = shown;
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${repository.path} — Bitbucket</title>
<link rel="icon" href="data:,">
${style()}
</head>
<body data-aui-version="9.12.0">
<div id="root"><div data-testid="Content"><main>
${
	pull
		? html`<div data-testid="pr-header"><h1>${pull.title}</h1></div>`
		: html`<header data-qa="page-header-wrapper"><div><div><h1><a href="${home}">${nameOf(repository)}</a></h1></div></div></header>`
}
<p>${rest === '' ? repository.description : rest}</p>
<table aria-label="Files"><tbody>${list(shown)}</tbody></table>
</main></div></div>
</body>
</html>`.text;
}

export const bitbucketCloud: Family = {
	page,
	below: belowBy(/^pull-requests\/(\d+)/, /^src\/.+?\/(\.eval_results\/.+)$/),
	file: (home, name) => `${home}/src/main/${name}`,
	answer,
	prepare,
};
