import type { HostId } from '../../shared/hosts/repo-page.ts';

/** What people should know of a host before they rely on it: a row of `docs/hosts.md` and of `npm run hosts`. */
export interface About {
	/** Kinds of pages that are known. */
	readonly pages: string;
	/** By what its pages are known, as Markdown. */
	readonly knownBy: string;
	/** By what results are read. */
	readonly readBy: string;
	/** Where pull requests are found; `none`: the host has none, and that is said. */
	readonly pulls: string;
	/** Who says whether one is open. */
	readonly states: string;
	/** The history of a score can be asked for. */
	readonly history: boolean;
	/** How private repositories are read, where the user allows it. */
	readonly private: 'cookies, token' | 'token' | 'no';
	/** Requests that one reading takes at most, in tests. */
	readonly budget: { readonly git: number; readonly api: number };
	/** `real`: against the program itself; else against an emulation in the host's own shapes, with real git behind it. */
	readonly tried: 'emulated' | 'real';
}

const V2 = 'git smart HTTP, version 2';
const V0 = 'git smart HTTP, version 0';

export const about: Readonly<Record<HostId, About>> = {
	huggingface: {
		pages: 'model, dataset',
		knownBy: 'the header’s island on a model or dataset page (`data-target="ModelHeader"`, `"DatasetHeader"`), mirrors included',
		readBy: 'the Hub’s API and raw files',
		pulls: 'those that the index names, drafts and closed ones of the list',
		states: 'the Hub’s list of discussions',
		history: false,
		private: 'cookies, token',
		budget: { git: 0, api: 40 },
		tried: 'emulated',
	},
	github: {
		pages: 'home, folder, file, pull',
		knownBy: '`meta[name="octolytics-dimension-repository_nwo"]`; GitHub Enterprise Server included',
		readBy: V2,
		pulls: '`refs/pull/N/head`',
		states: 'the API: `api.github.com`, or `/api/v3` of an own server',
		history: true,
		private: 'token',
		budget: { git: 8, api: 5 },
		tried: 'emulated',
	},
	gitlab: {
		pages: 'home, folder, file, pull',
		knownBy: '`body[data-project-full-path]`; nested groups and a folder that GitLab is installed in included',
		readBy: V2,
		pulls: '`refs/merge-requests/N/head`',
		states: 'the API, `/api/v4`',
		history: true,
		private: 'token',
		budget: { git: 8, api: 2 },
		tried: 'emulated',
	},
	gitea: {
		pages: 'home, folder, file, pull',
		knownBy: '`.repo-header` with the keywords of Gitea or Forgejo (Codeberg)',
		readBy: V2,
		pulls: '`refs/pull/N/head`',
		states: 'the API, `/api/v1`',
		history: true,
		private: 'cookies, token',
		budget: { git: 8, api: 9 },
		tried: 'emulated',
	},
	gogs: {
		pages: 'home, folder, file, pull',
		knownBy: '`.header-wrapper` with the keywords of Gogs',
		readBy: V0,
		pulls: '`refs/pull/N/head`, the newest 10',
		states: 'not known: its API has none',
		history: false,
		private: 'token',
		budget: { git: 12, api: 0 },
		tried: 'emulated',
	},
	'bitbucket-cloud': {
		pages: 'home, folder, file, pull',
		knownBy: 'addresses on bitbucket.org',
		readBy: V2,
		pulls: 'the API, with their heads, also those in forks (5 of them)',
		states: 'the API, `api.bitbucket.org`: the newest 50',
		history: true,
		private: 'token',
		budget: { git: 14, api: 1 },
		tried: 'emulated',
	},
	'bitbucket-data-center': {
		pages: 'home, folder, file, pull',
		knownBy: '`.aui-header-logo-bitbucket` on a page below `/projects/KEY/repos/name` or `/users/name/repos/name`, in a folder too',
		readBy: V2,
		pulls: 'the API, with their heads: its refs of them may be stale',
		states: 'the API, `/rest/api/1.0`',
		history: true,
		private: 'token',
		budget: { git: 10, api: 2 },
		tried: 'emulated',
	},
	'azure-devops': {
		pages: 'home, folder, file, pull',
		knownBy: 'addresses on dev.azure.com and visualstudio.com',
		readBy: V2,
		pulls: 'the API, with their heads',
		states: 'the API, `/_apis`, version 7.1',
		history: true,
		private: 'token',
		budget: { git: 12, api: 2 },
		tried: 'emulated',
	},
	modelscope: {
		pages: 'model, dataset',
		knownBy: 'addresses on modelscope.cn and modelscope.ai: models and datasets, whatever the page lists',
		readBy: V2,
		pulls: 'none',
		states: 'none',
		history: true,
		private: 'token',
		budget: { git: 16, api: 0 },
		tried: 'emulated',
	},
	gitee: {
		pages: 'home, folder, file, pull',
		knownBy: '`.git-project-title` on gitee.com',
		readBy: V2,
		pulls: '`refs/pull/N/head`',
		states: 'the API, `/api/v5`',
		history: true,
		private: 'token',
		budget: { git: 8, api: 4 },
		tried: 'emulated',
	},
	sourcehut: {
		pages: 'home, folder, file',
		knownBy: '`meta[name="vcs:clone"]` and `meta[name="forge:summary"]` below `/~name/repository`',
		readBy: V2,
		pulls: 'none',
		states: 'none',
		history: false,
		private: 'no',
		budget: { git: 5, api: 0 },
		tried: 'emulated',
	},
	pagure: {
		pages: 'home, folder, file, pull',
		knownBy: '`meta[name="go-import"]` and Pagure’s style sheet',
		readBy: V0,
		pulls: '`refs/pull/N/head`, the newest 10',
		states: 'the API, `/api/0`',
		history: false,
		private: 'token',
		budget: { git: 12, api: 2 },
		tried: 'emulated',
	},
	cgit: {
		pages: 'home, folder, file',
		knownBy: '`meta[name="generator"]` of cgit and `link[rel="vcs-git"]` on the page’s own origin',
		readBy: V2,
		pulls: 'none of its own; refs that look like some are read',
		states: 'not known',
		history: true,
		private: 'token',
		budget: { git: 8, api: 0 },
		tried: 'real',
	},
	gitweb: {
		pages: 'home, folder, file',
		knownBy: '`meta[name="generator"]` of gitweb; the address that its summary shows, else the repository’s own',
		readBy: V2,
		pulls: 'none of its own; refs that look like some are read',
		states: 'not known',
		history: true,
		private: 'token',
		budget: { git: 8, api: 0 },
		tried: 'real',
	},
	klaus: {
		pages: 'home, folder, file',
		knownBy: 'klaus’s style sheet',
		readBy: V0,
		pulls: 'none of its own; refs that look like some are read, the newest 10',
		states: 'not known',
		history: false,
		private: 'token',
		budget: { git: 12, api: 0 },
		tried: 'real',
	},
	git: {
		pages: 'any that names it',
		knownBy:
			'`link[rel=vcs-git]`, `link[rel=vcs]`, `meta[name="vcs:clone"]`, `meta[name="go-import"]`, a read-only field that ends with `.git`; else git is asked at the page’s address when the user presses for it',
		readBy: 'git smart HTTP, version 2 or 0',
		pulls: '`refs/pull/N/head`, `refs/pr/N`, `refs/merge-requests/N/head`',
		states: '`meta[name="evalmark:pulls"]`, else unknown',
		history: true,
		private: 'token',
		budget: { git: 12, api: 1 },
		tried: 'real',
	},
};
