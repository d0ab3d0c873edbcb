import { createHash } from 'node:crypto';
import { git } from '../../history.ts';
import { html } from '../../html.ts';
import { fileAt, folderAt } from '../../hub-git.ts';
import type { HubRepository } from '../../repositories.ts';
import { OPENED } from '../answers.ts';
import { list, type Shown, style } from '../pages.ts';
import { type Answer, type Asked, belowBy, type Family } from './family.ts';
import { forgetPulls, refsBelow, setRefs } from './refs.ts';

const BRANCH = 'master';
/** `models/lumen-labs/kestrel-32b-instruct`; what is a dataset in the demo is named so already. */
const homeOf = ({ path }: Pick<HubRepository, 'path'>): string => (path.startsWith('datasets/') ? path : `models/${path}`);

/** One file or folder as ModelScope's API lists it. Sizes in bytes, times in seconds since 1970. */
function row(repository: HubRepository, revision: string, folder: string, { type, name }: { type: string; name: string }) {
	const path = folder === '' ? name : `${folder}/${name}`;
	const bytes = type === 'blob' ? fileAt(repository.directory, revision, path) : undefined;
	return {
		Name: name,
		Path: path,
		Type: type,
		Size: bytes?.length ?? 0,
		Sha256: bytes ? createHash('sha256').update(bytes).digest('hex') : '',
		Revision: repository.head,
		CommittedDate: Date.parse(OPENED) / 1000,
	};
}

function answer({ path, query, member, repositories }: Asked): Answer | undefined {
	if (!path.startsWith('/api/v1/')) return undefined;
	const [, at] = /^\/api\/v1\/(models\/[^/]+\/[^/]+)\/repo\/files$/.exec(path) ?? [];
	const repository = repositories.find((one) => homeOf(one) === at);
	const revision = query.get('Revision') ?? BRANCH;
	const folder = (query.get('Root') ?? '').replace(/^\/|\/$/g, '');
	const rows = repository && (!repository.locked || member) ? folderAt(repository.directory, revision, folder) : undefined;
	const RequestId = 'a5f0c1d2-0000-4000-8000-000000000000';
	if (!repository || !rows) return { status: 404, body: { Code: 10010205001, Message: 'Not found', RequestId, Success: false } };
	const Files = rows.map((one) => row(repository, revision, folder, one));
	return { status: 200, body: { Code: 200, Data: { Files }, Message: 'success', RequestId, Success: true } };
}

/** It has no pull requests, and its default branch another name. */
function prepare({ directory }: HubRepository): readonly string[] {
	const main = refsBelow(directory, 'refs/heads/main').get('refs/heads/main');
	git(directory, ['symbolic-ref', 'HEAD', `refs/heads/${BRANCH}`]);
	if (main !== undefined) {
		setRefs(directory, [
			[`refs/heads/${BRANCH}`, main],
			['refs/heads/main', undefined],
		]);
	}
	forgetPulls(directory);
	return [];
}

/** Classes are made anew with each version of the site, and no heading is one to the browser. */
function page(shown: Shown): string {
	const { repository, home, rest } = shown;
	return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${repository.path.split('/').at(-1)} · 魔搭社区</title>
<link rel="icon" href="data:,">
${style()}
</head>
<body>
<div id="root"><main class="acss-1k9d3">
<div class="acss-x1y2"><a href="${home}">${repository.path}</a></div>
<p>${rest === '' ? repository.description : rest}</p>
<table class="acss-8fq0"><tbody>${list(shown)}</tbody></table>
</main></div>
</body>
</html>`.text;
}

export const modelscope: Family = {
	page,
	below: belowBy(undefined, /^file\/view\/.+?\/(\.eval_results\/.+)$/),
	home: homeOf,
	clone: (repository) => `${homeOf(repository)}.git`,
	file: (home, name) => `${home}/file/view/${BRANCH}/${name}`,
	branch: BRANCH,
	answer,
	prepare,
};
