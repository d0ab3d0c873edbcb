import type { DemoPull } from '../demo/draft.ts';
import { type Html, html } from '../html.ts';
import type { HubRepository } from '../repositories.ts';

/** What a page of a forge shows of a repository. */
export interface Shown {
	readonly repository: Pick<HubRepository, 'path' | 'description'>;
	/** The folder that the forge is installed in: `/gitlab`, or nothing. */
	readonly folder: string;
	/** Address of the repository's page on its origin, with the folder. */
	readonly home: string;
	/** Whole address that it is cloned from. */
	readonly clone: string;
	/** Address of the page below the repository's. */
	readonly rest: string;
	/** The pull request that the page is about. */
	readonly pull: DemoPull | undefined;
	/** Links in its list of files. */
	readonly files: readonly { readonly name: string; readonly href: string }[];
}

/** Rows of a list of files. */
export const list = ({ files }: Shown): readonly Html[] =>
	files.map(({ name, href }) => html`<tr><td><a href="${href}">${name}</a></td></tr>`);

/** `nonce`: what a policy of the page's asks of its own style. */
export const style = (nonce?: string): Html => html`<style${nonce === undefined ? undefined : html` nonce="${nonce}"`}>
:root{color-scheme:light dark}
body{margin:0;font:16px/24px sans-serif}
header,main{max-width:1120px;margin:0 auto;padding:16px}
h1{font-size:20px}
table{inline-size:100%}
</style>`;

/** GitHub, and GitHub Enterprise Server under another name. */
export function githubPage(shown: Shown, hostname: string): string {
	const { repository, rest } = shown;
	return html`<!doctype html>
<html lang="en" data-color-mode="auto">
<head>
<meta charset="utf-8">
<title>${repository.path}</title>
<meta property="og:site_name" content="${hostname === 'github.com' ? 'GitHub' : 'GitHub Enterprise'}">
<meta name="expected-hostname" content="${hostname}">
<meta name="octolytics-dimension-repository_public" content="true">
<meta name="octolytics-dimension-repository_nwo" content="${repository.path}">
<link rel="icon" href="data:,">
${style()}
</head>
<body>
<div data-turbo-body>
<main id="js-repo-pjax-container"><div id="repository-container-header"><h1>${repository.path}</h1><nav aria-label="Repository"><a href="/${repository.path}">Code</a> <a href="/${repository.path}/pulls">Pull requests</a></nav></div>
<p>${rest === '' ? repository.description : rest}</p>
<table aria-labelledby="folders-and-files"><tbody>${list(shown)}</tbody></table>
<article class="markdown-body"><h2>Kestrel</h2><p>The README.</p></article></main>
</div>
</body>
</html>`.text;
}

export function gitlabPage(shown: Shown): string {
	const { repository, folder, rest } = shown;
	const at = `${folder}/${repository.path}`;
	return html`<!doctype html>
<html lang="en" class="gl-system">
<head>
<meta charset="utf-8">
<title>${repository.path} · GitLab</title>
<meta property="og:site_name" content="GitLab">
<link rel="icon" href="data:,">
${style()}
</head>
<body data-page="${rest === '' ? 'projects:show' : 'projects:tree:show'}" data-project-id="4711" data-project-full-path="${repository.path}" data-find-file="${at}/-/find_file/main">
<div class="content-wrapper"><main id="content-body">${rest === '' ? html`<div class="project-home-panel"><h1>${repository.path}</h1></div>` : html`<nav aria-label="Breadcrumb">${rest}</nav>`}
<div class="tree-holder" id="tree-holder"><table><tbody>${list(shown)}</tbody></table></div></main></div>
</body>
</html>`.text;
}

/** Gitea; Forgejo and Codeberg with its own keywords. */
export function giteaPage(shown: Shown, keywords: string): string {
	const { repository, folder, rest } = shown;
	return html`<!doctype html>
<html lang="en-US" data-theme="${keywords.includes('forgejo') ? 'forgejo-auto' : 'gitea-auto'}">
<head>
<meta charset="utf-8">
<title>${repository.path}</title>
<meta name="keywords" content="${keywords}">
<link rel="stylesheet" href="${folder}/assets/css/index.css?v=1.23.0">
<link rel="icon" href="data:,">
${style()}
</head>
<body>
<div class="full height">
<div role="main" class="page-content repository file list">
<div class="secondary-nav"><header class="ui container"><div class="repo-header"><div class="flex-item-title">${repository.path}</div></div></header></div>
<main><p>${rest === '' ? repository.description : rest}</p><table id="repo-files-table"><tbody>${list(shown)}</tbody></table></main>
</div></div>
</body>
</html>`.text;
}

export function gogsPage(shown: Shown, keywords: string): string {
	const { repository, folder, rest } = shown;
	return html`<!doctype html>
<html lang="en">
<head data-suburl="${folder}">
<meta charset="utf-8">
<title>${repository.path} - Gogs</title>
<meta name="keywords" content="${keywords}">
<link rel="stylesheet" href="${folder}/css/gogs.min.css?v=1">
<link rel="icon" href="data:,">
${style()}
</head>
<body>
<div class="full height">
<div class="header-wrapper"><header class="ui container"><div class="ui header"><div class="ui huge breadcrumb">${repository.path}</div></div></header></div>
<main><p>${rest === '' ? repository.description : rest}</p><table id="repo-files-table"><tbody>${list(shown)}</tbody></table></main>
</div>
</body>
</html>`.text;
}
