import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayCarryResults } from '../../../shared/hosts/may-carry-results.ts';
import type { PageFacts } from '../../../shared/hosts/page-facts.ts';
import { recognise } from '../../../shared/hosts/pages.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const facts = (changes: Partial<PageFacts> = {}): PageFacts => ({
	url: 'https://git.example.org/lumen-labs/kestrel/tree/main',
	metas: [],
	links: [],
	shows: [],
	...changes,
});
const meta = (name: string, content: string) => ({ metas: [{ name, content }] });

describe('a page is about a repository', () => {
	test.each([
		['link rel=vcs-git', { links: [{ rel: 'vcs-git', href: 'https://git.example.org/lumen-labs/kestrel.git' }] }],
		['link rel=vcs', { links: [{ rel: 'vcs', href: 'https://git.example.org/lumen-labs/kestrel.git/' }] }],
		['vcs:clone', meta('vcs:clone', 'https://git.example.org/lumen-labs/kestrel.git')],
		['vcs:clone without a host', meta('vcs:clone', '/lumen-labs/kestrel')],
		['go-import', meta('go-import', 'git.example.org/lumen-labs/kestrel git https://git.example.org/lumen-labs/kestrel.git')],
	])('that names its clone URL by %s', (_, changes) => {
		const page = recognise(facts(changes));
		expect(page).toMatchObject({ host: 'git', origin: 'https://git.example.org', path: 'lumen-labs/kestrel', kind: 'unknown', offers: {} });
		expect(page?.cloneUrl).toMatch(/^https:\/\/git\.example\.org\/lumen-labs\/kestrel(\.git)?\/?$/);
	});

	test('the first clone URL that can be used counts, as the RFC lists those without a password first', () => {
		const urls = ['git@git.example.org:lumen-labs/kestrel.git', 'ssh://git.example.org/a/b', 'https://git.example.org/lumen-labs/kestrel'];
		const page = recognise(facts({ metas: urls.map((content) => ({ name: 'vcs:clone', content })) }));
		expect(page?.cloneUrl).toBe('https://git.example.org/lumen-labs/kestrel');
	});

	test.each([
		['names none', {}],
		['names one elsewhere', { links: [{ rel: 'vcs-git', href: 'https://other.example/lumen-labs/kestrel.git' }] }],
		['names one on another port', meta('vcs:clone', 'https://git.example.org:8443/a/b')],
		['names one over plain http', meta('vcs:clone', 'http://git.example.org/a/b')],
		['names one with a password in it', meta('vcs:clone', 'https://me:secret@git.example.org/a/b')],
		['names one with a password alone', meta('vcs:clone', 'https://:secret@git.example.org/a/b')],
		['names one that is too long', meta('vcs:clone', `/a${'/'.repeat(60_000)}b`)],
		['names the root', meta('vcs:clone', 'https://git.example.org/.git')],
		[
			'runs something else than git',
			{
				metas: [
					{ name: 'vcs', content: 'hg' },
					{ name: 'vcs:clone', content: '/a/b' },
				],
			},
		],
		['imports by another system', meta('go-import', 'git.example.org/a/b hg https://git.example.org/a/b')],
		['is a file of this machine', { url: 'file:///home/x.html', ...meta('vcs:clone', '/a/b') }],
		['has no usable address', { url: 'about:blank', ...meta('vcs:clone', 'https://git.example.org/a/b') }],
	])('and about none when it %s', (_, changes) => {
		expect(recognise(facts(changes))).toBeUndefined();
	});

	test('what the page offers is taken only from its own origin', () => {
		const metas = [
			{ name: 'vcs:clone', content: '/a/b.git' },
			{ name: 'vcs:default-branch', content: 'trunk' },
			{ name: 'vcs:file', content: '/a/b/blob/%branch%/%path%' },
			{ name: 'evalmark:pulls', content: 'https://other.example/pulls.json' },
			{ name: 'evalmark:dataset', content: 'https://git.example.org/datasets/%id%.git' },
		];
		expect(recognise(facts({ metas }))).toMatchObject({
			defaultBranch: 'trunk',
			offers: { file: 'https://git.example.org/a/b/blob/%branch%/%path%', dataset: 'https://git.example.org/datasets/%id%.git' },
		});
		expect(recognise(facts({ metas }))?.offers).not.toHaveProperty('pulls');
	});

	test('an address of 60,000 slashes takes no time that anybody notices', () => {
		const long = `/a${'/'.repeat(60_000)}b`;
		const began = performance.now();
		recognise(
			facts({ metas: [{ name: 'vcs:clone', content: long }], links: [{ rel: 'vcs-git', href: `https://git.example.org${long}` }] }),
		);
		expect(performance.now() - began).toBeLessThan(500);
	});

	test.each([
		[['.eval_results'], 'model', true],
		[['eval.yaml'], 'dataset', true],
		[['eval.yaml', '.eval_results'], 'model', true],
		[[], 'unknown', false],
	] as const)('that shows %j is of kind %s, and costs a request: %s', (shows, kind, carries) => {
		const page = recognise(facts({ ...meta('vcs:clone', '/a/b'), shows }));
		expect(page?.kind).toBe(kind);
		expect(page && mayCarryResults(page)).toBe(carries);
	});

	test('whatever a page says, nothing leads to another origin', () => {
		const text = fc.oneof(
			fc.string(),
			fc.webUrl(),
			fc.constantFrom('//evil.example/a', '\\\\evil.example/a', 'javascript:1', '/a/b', 'x git /a/b'),
		);
		const name = fc.constantFrom('vcs', 'vcs:clone', 'vcs:file', 'go-import', 'evalmark:pulls', 'evalmark:dataset', 'vcs:default-branch');
		const metas = fc.array(fc.record({ name, content: text }));
		const links = fc.array(fc.record({ rel: fc.constantFrom('vcs', 'vcs-git', 'icon'), href: text }));
		fc.assert(
			fc.property(metas, links, (metas, links) => {
				const page = recognise(facts({ metas, links }));
				for (const url of page ? [page.cloneUrl, ...Object.values(page.offers)] : [])
					expect(new URL(url).origin).toBe('https://git.example.org');
			}),
			{ numRuns: runs },
		);
	});
});
