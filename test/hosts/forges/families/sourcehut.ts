import { git } from '../../history.ts';
import { html } from '../../html.ts';
import type { HubRepository } from '../../repositories.ts';
import { list, type Shown, style } from '../pages.ts';
import type { ForgeSite } from '../site.ts';
import { belowBy, type Family } from './family.ts';
import { forgetPulls } from './refs.ts';

/** `~lumen-labs/kestrel-32b-instruct`, also where it is cloned. */
const homeOf = ({ path }: Pick<HubRepository, 'path'>): string => `~${path}`;

/** What it has instead of pull requests are mails; its API needs a token. */
function prepare({ directory }: HubRepository): readonly string[] {
	forgetPulls(directory);
	git(directory, ['config', 'uploadpack.allowFilter', 'false']);
	return [];
}

function page(shown: Shown, { origin }: ForgeSite): string {
	const { repository, home, clone, rest } = shown;
	const at = `${origin}${home}`;
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${home.slice(1)} - sourcehut git</title>
<meta name="vcs" content="git">
<meta name="vcs:default-branch" content="main">
<meta name="vcs:clone" content="${clone}">
<meta name="vcs:dir" content="${at}/tree/{ref}/item/{path}">
<meta name="vcs:file" content="${at}/tree/{ref}/item/{path}">
<meta name="forge:summary" content="${at}">
<link rel="icon" href="data:,">
${style()}
</head>
<body>
<main>
<div class="header-tabbed"><h1><a href="${home}">${home.slice(1)}</a></h1></div>
<div class="header-extension"><ul class="nav nav-tabs"><li class="nav-item"><a class="nav-link" href="${home}">summary</a></li><li class="nav-item"><a class="nav-link" href="${home}/tree">tree</a></li></ul></div>
<p>${rest === '' ? repository.description : rest}</p>
<table class="tree-list"><tbody>${list(shown)}</tbody></table>
</main>
</body>
</html>`.text;
}

export const sourcehut: Family = {
	page,
	below: belowBy(undefined, /^tree\/.+?\/item\/(\.eval_results\/.+)$/),
	home: homeOf,
	clone: homeOf,
	file: (home, name) => `${home}/tree/main/item/${name}`,
	prepare,
};
