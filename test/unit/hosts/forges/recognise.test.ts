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
