import type { DemoPull, PullState } from '../../demo/draft.ts';
import { html } from '../../html.ts';
import { CLOSED, done, OPENED } from '../answers.ts';
import { list, type Shown, style } from '../pages.ts';
import { headOf, paged, pullOf, repositoryAt } from './asking.ts';
import { type Answer, type Asked, belowBy, type Family } from './family.ts';

const STATES = { open: 'open', draft: 'open', merged: 'merged', closed: 'closed' } as const satisfies Record<PullState, string>;

/** One pull request as Gitee's API, version 5, gives it; `base` is the address of the repository's page. Nobody is said to have closed it. */
export function giteePull(pull: DemoPull, base: string, head: string) {
	const branch = `pr-${pull.number}`;
	return {
		id: 50_000 + pull.number,
		number: pull.number,
		state: STATES[pull.state],
		title: pull.title,
		draft: pull.state === 'draft',
		user: { id: 7, login: pull.author, name: pull.author },
		html_url: `${base}/pulls/${pull.number}`,
		head: { label: branch, ref: branch, sha: head },
		base: { label: 'main', ref: 'main' },
		comments: pull.number % 3,
		created_at: OPENED,
		closed_at: done(pull) ? CLOSED : null,
		merged_at: pull.state === 'merged' ? CLOSED : null,
	};
}

const MISSING = { status: 404, body: { message: '404 Not Found' } };

function answer(asked: Asked): Answer | undefined {
	const { site, path, query, member } = asked;
	if (!path.startsWith('/api/v5/repos/')) return undefined;
	const rest = path.slice('/api/v5/repos/'.length);
	const repository = repositoryAt(asked, rest);
	const [, what] = /\/(pulls(?:\/\d+)?)$/.exec(rest) ?? [];
	if (!repository || what === undefined || (repository.locked && !member)) return MISSING;
	const told = (pull: DemoPull) => giteePull(pull, `${site.origin}/${repository.path}`, headOf(repository, pull));
	const [, number] = what.split('/');
	if (number !== undefined) {
		const pull = pullOf(repository, number);
		return pull ? { status: 200, body: told(pull) } : MISSING;
	}
	const state = query.get('state') ?? 'open';
	const all = repository.pulls.filter((pull) => state === 'all' || STATES[pull.state] === state).toReversed();
	return { status: 200, body: paged(all, query, 'per_page', 100, 20).map(told) };
}

function page(shown: Shown): string {
	const { repository, home, rest } = shown;
	return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${repository.path}</title>
<link rel="icon" href="data:,">
${style()}
</head>
<body class="git-project lang-zh-CN">
<main class="site-content">
<div class="git-project-header"><div class="git-project-header-details"><h2 class="git-project-title"><a href="${home}">${repository.path}</a></h2></div></div>
<div id="git-project-content"><p>${rest === '' ? repository.description : rest}</p><table id="tree-slider"><tbody>${list(shown)}</tbody></table></div>
</main>
</body>
</html>`.text;
}

export const gitee: Family = {
	page,
	below: belowBy(/^pulls\/(\d+)/, /^(?:blob|tree)\/.+?\/(\.eval_results\/.+)$/),
	file: (home, name) => `${home}/blob/main/${name}`,
	answer,
};
