import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageFacts } from '../../../shared/hosts/page-facts.ts';
import { readFacts } from '../../../shared/protocol/read-facts.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const facts: PageFacts = {
	url: 'https://git.example.org/a/b',
	metas: [{ name: 'vcs:clone', content: '/a/b.git' }],
	links: [{ rel: 'vcs-git', href: 'https://git.example.org/a/b.git' }],
	embedded: [{ name: 'repo-header' }, { name: '', project: 'a/b', shows: 'https://git.example.org/a/b.git' }],
	shows: ['.eval_results'],
};

test('what a page says of itself comes through', () => {
	expect(readFacts(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
});

test('without an address there are none', () => {
	for (const value of [undefined, null, 7, 'x', [], {}, { url: 7 }, { url: 'x'.repeat(5000) }]) expect(readFacts(value)).toBeUndefined();
});

test('a page with 100,000 links costs no more than its first 500', () => {
	const links = Array.from({ length: 100_000 }, () => ({ rel: 'icon', href: '/x' }));
	expect(readFacts({ ...facts, links })?.links).toHaveLength(500);
});

test('whatever comes, only texts and names that are known come through', () => {
	const parts = fc.record({ url: fc.string(), metas: fc.anything(), links: fc.anything(), embedded: fc.anything(), shows: fc.anything() });
	const lists = fc.record({
		url: fc.string(),
		metas: fc.array(fc.oneof(fc.anything(), fc.record({ name: fc.anything(), content: fc.anything() }))),
		embedded: fc.array(fc.record({ name: fc.string(), project: fc.anything(), shows: fc.anything() })),
	});
	fc.assert(
		fc.property(fc.oneof(fc.anything(), parts, lists), (value) => {
			const read = readFacts(value);
			if (!read) return;
			for (const { name, content } of read.metas) expect([typeof name, typeof content]).toEqual(['string', 'string']);
			for (const { rel, href } of read.links) expect([typeof rel, typeof href]).toEqual(['string', 'string']);
			for (const { name, project = '', shows = '' } of read.embedded ?? [])
				expect([typeof name, typeof project, typeof shows]).toEqual(['string', 'string', 'string']);
			for (const name of read.shows) expect(['.eval_results', 'eval.yaml']).toContain(name);
		}),
		{ numRuns: runs },
	);
});
