import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageFacts } from '../../../../shared/hosts/page-facts.ts';
import { recognise } from '../../../../shared/hosts/pages.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const facts = (url: string, changes: Partial<PageFacts> = {}): PageFacts => ({
	url,
	metas: [],
	links: [],
	shows: [],
	embedded: [],
	...changes,
});
const nwo = (content: string) => ({ metas: [{ name: 'octolytics-dimension-repository_nwo', content }] });
const project = (name: string) => ({ embedded: [{ name: 'tab-width-8', project: name }] });
const gitea = (keywords: string, folder = '') => ({
	metas: [{ name: 'keywords', content: keywords }],
	links: [{ rel: 'stylesheet', href: `https://git.example.org${folder}/assets/css/index.css?v=1` }],
	embedded: [{ name: 'repo-header' }],
});

describe('a forge is known by its marks, whatever its address', () => {
	test.each([
		['github', 'https://git.example.org/o/r/pull/7', nwo('o/r'), 'o/r', undefined],
		['gitlab', 'https://git.example.org/a/b/c/d/-/tree/main', project('a/b/c/d'), 'a/b/c/d', '/api/v4/projects/a%2Fb%2Fc%2Fd'],
		['gitlab', 'https://git.example.org/gitlab/a/b', project('a/b'), 'gitlab/a/b', '/gitlab/api/v4/projects/a%2Fb'],
		['gitea', 'https://git.example.org/o/r/src/branch/x/y', gitea('go,git,self-hosted,gitea'), 'o/r', '/api/v1/repos/o/r'],
		['gitea', 'https://git.example.org/forge/o/r', gitea('git,forge,forgejo', '/forge'), 'forge/o/r', '/forge/api/v1/repos/o/r'],
	] as const)('%s at %s', (host, url, changes, path, api) => {
		expect(recognise(facts(url, changes))).toMatchObject({
			host,
			origin: 'https://git.example.org',
			path,
			cloneUrl: `https://git.example.org/${path}.git`,
			offers: api ? { api: `https://git.example.org${api}` } : {},
		});
	});

	test.each([
		['GitHub, but no repository', 'https://github.com/explore', {}],
		['a path that climbs', 'https://git.example.org/o/r', nwo('../r')],
		['a path with more in it', 'https://git.example.org/o/r', nwo('o/r/s')],
		['an address in its place', 'https://git.example.org/o/r', nwo('https://other.example/o')],
		['keywords of Gitea without a repository', 'https://git.example.org/o', { ...gitea('go,git,self-hosted,gitea'), embedded: [] }],
		['a header of that name without the keywords', 'https://git.example.org/o/r', { embedded: [{ name: 'repo-header' }] }],
		['a user’s page of Gitea', 'https://git.example.org/o', gitea('go,git,self-hosted,gitea')],
	])('%s is none', (_, url, changes) => {
		expect(recognise(facts(url, changes))).toBeUndefined();
	});

	test.each([
		['Bitbucket Cloud', 'https://bitbucket.org/lumen/kestrel/src/main/', 'bitbucket-cloud', 'lumen/kestrel', 'lumen/kestrel.git'],
		[
			'a repository of Azure DevOps',
			'https://dev.azure.com/org/my%20project/_git/kestrel',
			'azure-devops',
			'org/my%20project/_git/kestrel',
		],
		['one that is called like its project', 'https://dev.azure.com/org/_git/kestrel', 'azure-devops', 'org/_git/kestrel'],
		['one on an older site', 'https://org.visualstudio.com/project/_git/kestrel?a=1', 'azure-devops', 'project/_git/kestrel'],
		[
			'a model of ModelScope',
			'https://www.modelscope.cn/models/lumen/kestrel/summary',
			'modelscope',
			'models/lumen/kestrel',
			'models/lumen/kestrel.git',
		],
		['a dataset of ModelScope', 'https://modelscope.cn/datasets/cais/hle', 'modelscope', 'datasets/cais/hle', 'datasets/cais/hle.git'],
	])('%s is known by its address', (_, url, host, path, clone = path) => {
		expect(recognise(facts(url))).toMatchObject({ host, path, cloneUrl: `${new URL(url).origin}/${clone}` });
	});

	test.each([
		['a workspace alone', 'https://bitbucket.org/lumen'],
		['an account', 'https://bitbucket.org/account/settings/'],
		['Bitbucket’s name on another site', 'https://bitbucket.org.evil.example/a/b'],
		['a project of Azure DevOps', 'https://dev.azure.com/org/project/_boards/board'],
		['a repository without an organisation', 'https://dev.azure.com/_git/kestrel'],
		['Azure’s addresses on another site', 'https://evilvisualstudio.com/a/_git/b'],
		['a user of ModelScope', 'https://modelscope.cn/profile/lumen'],
		['Gitee without a project’s header', 'https://gitee.com/explore/all'],
	])('%s is none', (_, url) => {
		expect(recognise(facts(url))).toBeUndefined();
	});

	test('an API is on the repository’s own address: of Azure DevOps with the project that a short address leaves out', () => {
		expect(recognise(facts('https://dev.azure.com/org/_git/kestrel'))?.offers.api).toBe(
			'https://dev.azure.com/org/kestrel/_apis/git/repositories/kestrel',
		);
		expect(recognise(facts('https://org.visualstudio.com/DefaultCollection/_git/kestrel'))?.offers.api).toBe(
			'https://org.visualstudio.com/DefaultCollection/kestrel/_apis/git/repositories/kestrel',
		);
	});

	test('whatever an address is, everything is asked for on its own origin, and the API of Bitbucket Cloud on no other', () => {
		const site = fc.constantFrom(
			'bitbucket.org',
			'dev.azure.com',
			'x.visualstudio.com',
			'modelscope.cn',
			'gitee.com',
			'git.sr.ht',
			'klaus.example',
		);
		const part = fc.oneof(fc.string(), fc.constantFrom('_git', '..', 'models', '~a', 'projects', 'repos', '%2e%2e', 'a.git'));
		const metas = [{ name: 'generator', content: 'gitweb/2' }];
		const embedded = [{ name: 'aui-header-logo-bitbucket' }, { name: 'git-project-title' }];
		const links = [{ rel: 'stylesheet', href: 'https://klaus.example/static/klaus.css' }];
		fc.assert(
			fc.property(site, fc.array(part, { maxLength: 6 }), fc.webQueryParameters(), (host, parts, query) => {
				const url = `https://${host}/${parts.join('/')}?${query}`;
				if (!URL.canParse(url)) return;
				const page = recognise(facts(url, { metas, embedded, links }));
				if (!page) return;
				for (const address of [page.cloneUrl, ...Object.values(page.offers)]) {
					expect(new URL(address).origin).toBe(new URL(url).origin);
					expect(address).not.toMatch(/\/\.\.?(?:\/|$)/);
				}
			}),
			{ numRuns: runs },
		);
	});

	test('style sheets from elsewhere do not move a forge into a folder', () => {
		const page = recognise(
			facts('https://git.example.org/o/r', {
				...gitea('git,forge,forgejo'),
				links: [{ rel: 'stylesheet', href: 'https://cdn.example.org/forgejo/assets/css/index.css' }],
			}),
		);
		expect(page?.path).toBe('o/r');
	});

	test('whatever a page says, everything is asked for on its own origin', () => {
		const text = fc.oneof(fc.string(), fc.constantFrom('o/r', '../..', 'a/b/c', '//evil.example/x', 'o/r?x=1', 'o/r#x', 'o/%2e%2e'));
		fc.assert(
			fc.property(text, text, text, fc.webUrl(), (name, group, keywords, href) => {
				for (const changes of [
					nwo(name),
					project(group),
					{ ...gitea('git,forge,forgejo'), links: [{ rel: 'stylesheet', href }] },
					{ ...gitea(keywords), ...project(group) },
				]) {
					const page = recognise(facts(`https://git.example.org/${encodeURI(group.replace(/[\uD800-\uDFFF]/g, ''))}/x/y`, changes));
					if (!page) continue;
					for (const address of [page.cloneUrl, page.offers.api ?? page.cloneUrl]) {
						expect(new URL(address).origin).toBe('https://git.example.org');
						expect(new URL(address).href).toBe(address);
					}
				}
			}),
			{ numRuns: runs },
		);
	});
});
