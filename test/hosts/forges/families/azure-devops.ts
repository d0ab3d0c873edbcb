import type { GitPullRequest } from 'azure-devops-node-api/interfaces/GitInterfaces.js';
import type { DemoPull, PullState } from '../../demo/draft.ts';
import { git } from '../../history.ts';
import { html } from '../../html.ts';
import type { HubRepository } from '../../repositories.ts';
import { CLOSED, CLOSER, done, OPENED } from '../answers.ts';
import { list, type Shown, style } from '../pages.ts';
import { headOf, pullOf } from './asking.ts';
import type { Answer, Asked, Below, Family } from './family.ts';
import { asBranches, forgetPulls, setRefs } from './refs.ts';

const STATES = { open: 'active', draft: 'active', merged: 'completed', closed: 'abandoned' } as const satisfies Record<PullState, string>;
type Status = (typeof STATES)[PullState];
/** Azure lets blobs be left out, or all trees: nothing else since November 2023. */
const FILTERS = [
	['allow', 'false'],
	['blob:none.allow', 'true'],
	['tree.allow', 'true'],
	['tree.maxDepth', '0'],
] as const;

/** `lumen-labs/models/_git/kestrel-32b-instruct`: an organisation, one project for its models, a repository. */
const homeOf = ({ path }: Pick<HubRepository, 'path'>): string => {
	const [owner, name] = path.split('/').slice(-2);
	return `${owner}/${path.startsWith('datasets/') ? 'datasets' : 'models'}/_git/${name}`;
};

/** One pull request as Azure DevOps gives it; `webUrl` is the address of the repository's page. States and times are text on the wire. */
export function azurePull(pull: DemoPull, repository: Pick<HubRepository, 'path' | 'head'>, head: string, webUrl: string) {
	return {
		repository: { name: repository.path.split('/').at(-1) ?? '', webUrl },
		pullRequestId: pull.number,
		status: STATES[pull.state],
		createdBy: { displayName: pull.author, uniqueName: `${pull.author.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@hub.example` },
		creationDate: OPENED,
		...(done(pull) && { closedBy: { displayName: CLOSER }, closedDate: CLOSED }),
		title: pull.title,
		sourceRefName: `refs/heads/pr-${pull.number}`,
		targetRefName: 'refs/heads/main',
		isDraft: pull.state === 'draft',
		lastMergeSourceCommit: { commitId: head },
		lastMergeTargetCommit: { commitId: repository.head },
	} satisfies Omit<GitPullRequest, 'status' | 'creationDate' | 'closedDate'> & {
		status: Status;
		creationDate: string;
		closedDate?: string;
	};
}

const failed = (status: number, message: string, typeKey: string): Answer => ({
	status,
	body: { $id: '1', innerException: null, message, typeKey, errorCode: 0, eventId: 3000 },
});

function answer({ site, path, query, member, repositories }: Asked): Answer | undefined {
	if (!/^\/[^/]+\/[^/]+\/_apis\//.test(path)) return undefined;
	const [, project, name, number] = /^\/(.+)\/_apis\/git\/repositories\/([^/]+)\/pullrequests(?:\/(\d+))?$/i.exec(path) ?? [];
	const home = `${project}/_git/${name}`;
	const repository = repositories.find((one) => homeOf(one) === home);
	if (!repository)
		return failed(404, `TF401019: The Git repository with name or identifier ${name} does not exist.`, 'GitRepositoryNotFoundException');
	if (repository.locked && !member)
		return failed(401, 'TF400813: The user is not authorized to access this resource.', 'UnauthorizedRequestException');
	const told = (pull: DemoPull) => azurePull(pull, repository, headOf(repository, pull), `${site.origin}/${home}`);
	if (number !== undefined) {
		const pull = pullOf(repository, number);
		return pull
			? { status: 200, body: told(pull) }
			: failed(404, `TF401180: The requested pull request was not found.`, 'GitPullRequestNotFoundException');
	}
	const status = query.get('searchCriteria.status') ?? 'active';
	const all = repository.pulls.filter(({ state }) => status === 'all' || STATES[state] === status).toReversed();
	const skip = Number(query.get('$skip') ?? 0);
	const value = all.slice(skip, skip + Number(query.get('$top') ?? 100)).map(told);
	return { status: 200, body: { value, count: value.length } };
}

/** A commit as Azure makes one to see whether a pull request can be merged; written out, so that it is the same each time. */
function tryMerge(repository: HubRepository, { number }: DemoPull, head: string): string {
	const { directory, head: main } = repository;
	const tree = git(directory, ['rev-parse', `${head}^{tree}`]).trim();
	const who = `Azure DevOps <merge@hub.example> ${Date.parse(OPENED) / 1000} +0000`;
	const text = `tree ${tree}\nparent ${main}\nparent ${head}\nauthor ${who}\ncommitter ${who}\n\nMerge pull request ${number} from pr-${number} into main\n`;
	return git(directory, ['hash-object', '-t', 'commit', '-w', '--stdin'], Buffer.from(text)).trim();
}

/** Heads on branches alone; its refs of pull requests are merges that it tried. */
function prepare(repository: HubRepository): readonly string[] {
	const { directory, pulls } = repository;
	asBranches(repository);
	forgetPulls(directory);
	setRefs(
		directory,
		pulls.map((pull) => [`refs/pull/${pull.number}/merge`, tryMerge(repository, pull, headOf(repository, pull))] as const),
	);
	for (const [name, value] of FILTERS) git(directory, ['config', `uploadpackfilter.${name}`, value]);
	return [];
}

function below(rest: string, query: URLSearchParams): Below {
	const [, number] = /^pullrequest\/(\d+)/.exec(rest) ?? [];
	if (number !== undefined) return { pull: Number(number) };
	const [, file] = /^\/?(\.eval_results\/.+)$/.exec(query.get('path') ?? '') ?? [];
	return file === undefined ? undefined : { file };
}

function page(shown: Shown): string {
	const { repository, home, pull } = shown;
	const name = repository.path.split('/').at(-1);
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${pull ? `Pull request ${pull.number}: ${pull.title}` : name} - Repos</title>
<link rel="icon" href="data:,">
${style()}
</head>
<body class="lwp">
<input type="hidden" name="__RequestVerificationToken" value="of-this-session">
<div class="full-size"><main class="region-content">
${
	pull
		? html`<div class="repos-pr-header"><h1>${pull.title}</h1></div>`
		: html`<div class="repos-files-hub"><div class="repos-files-header-commandbar"><h1><a href="${home}">${name}</a></h1></div></div>`
}
<p>${repository.description}</p>
<table class="repos-file-explorer-tree"><tbody>${list(shown)}</tbody></table>
</main></div>
</body>
</html>`.text;
}

export const azure: Family = {
	page,
	below,
	home: homeOf,
	clone: homeOf,
	file: (home, name) => `${home}?path=/${name}&version=GBmain`,
	answer,
	prepare,
};
