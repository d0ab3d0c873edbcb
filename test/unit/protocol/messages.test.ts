import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RepoPage } from '../../../shared/hosts/repo-page.ts';
import type { News } from '../../../shared/protocol/message.ts';
import { readFollow, readMessage } from '../../../shared/protocol/read-message.ts';
import { readNews } from '../../../shared/protocol/read-news.ts';
import { readPage } from '../../../shared/protocol/read-page.ts';

const numRuns = Number(process.env.EVALMARK_RUNS ?? 1000);
const knows = (host: string) => host === 'git';

const page: RepoPage = {
	host: 'git',
	origin: 'https://git.example.org',
	path: 'lumen/kestrel',
	kind: 'model',
	url: 'https://git.example.org/lumen/kestrel',
	cloneUrl: 'https://git.example.org/lumen/kestrel.git',
	defaultBranch: 'main',
	shows: ['.eval_results'],
	offers: { file: 'https://git.example.org/lumen/kestrel/blob/%branch%/%path%' },
};

/** What JSON makes of it: how Chrome sends a message. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('messages', () => {
	test.each([
		{ type: 'page' },
		{ type: 'parts' },
		{ type: 'left' },
		{ type: 'forget', what: 'cache' },
		{ type: 'forget', what: 'seen' },
		{ type: 'settings' },
		{ type: 'diagnose' },
		{ type: 'diagnose', page },
		{ type: 'read', tab: 7 },
		{ type: 'probe', url: 'https://git.example.org/a', tab: 7 },
		{ type: 'recognise', facts: { url: 'https://git.example.org/a', metas: [], links: [], embedded: [], shows: ['eval.yaml'] } },
		{ type: 'view', page },
		{ type: 'export', page },
		{ type: 'export', page, tab: 7 },
		{ type: 'compose', what: 'cite', page, result: 'https://git.example.org/lumen/kestrel@1:a.yaml#0' },
		{ type: 'compose', what: 'dispute', page, result: 'x#1', tab: 7 },
	] as const)('$type arrives as it was sent', (message) => {
		expect(readMessage(sent(message), knows)).toEqual(message);
	});

	test.each([
		{ type: 'follow', page, run: '', after: 0, start: true },
		{ type: 'follow', page, run: '0mf3', after: 12, start: false, tab: 3 },
		{ type: 'follow', page, run: '0mf3', after: 12, start: true, again: true },
		{ type: 'again' },
	] as const)('a follower is understood: $type', (message) => {
		expect(readFollow(sent(message), knows)).toEqual(message);
	});

	test('news arrive as they were sent', () => {
		const news: News = { type: 'news', run: '0mf3', reading: true, earlier: false, problems: [] };
		expect(readNews(sent(news))).toEqual(news);
	});

	test('whatever arrives, reading it neither throws nor invents', () => {
		const anything = fc.oneof(
			fc.anything(),
			fc.record({
				type: fc.constantFrom('page', 'parts', 'read', 'view', 'export', 'compose', 'follow', 'news', 'again'),
				what: fc.constantFrom('cite', 'dispute', 'patch', undefined),
				result: fc.anything(),
				page: fc.anything(),
				tab: fc.anything(),
			}),
			fc.record({
				type: fc.constantFrom('view', 'export', 'follow'),
				page: fc.record({ ...every(page), url: fc.webUrl(), offers: fc.anything() }),
			}),
		);
		fc.assert(
			fc.property(anything, (value) => {
				const message = readMessage(value, knows) ?? readFollow(value, knows);
				if (message === undefined || !('page' in message)) return;
				expect(new URL(message.page.url).origin).toBe(message.page.origin);
				expect(new URL(message.page.cloneUrl).origin).toBe(message.page.origin);
				for (const address of Object.values(message.page.offers)) expect(new URL(address).origin).toBe(message.page.origin);
			}),
			{ numRuns },
		);
	});

	test('every valid page survives', () => {
		const segment = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
		fc.assert(
			fc.property(fc.webUrl(), segment, segment, fc.constantFrom('model', 'dataset', 'unknown'), (site, owner, name, kind) => {
				const { origin } = new URL(site);
				const valid = {
					...page,
					origin,
					path: `${owner}/${name}`,
					kind,
					url: `${origin}/${owner}/${name}`,
					cloneUrl: `${origin}/${owner}/${name}.git`,
					offers: {},
				};
				expect(readPage(sent(valid), knows)).toEqual(valid);
			}),
			{ numRuns },
		);
	});
});

describe('a page that would send the background elsewhere is refused', () => {
	test.each([
		['another host', { host: 'other' }],
		['an origin that is an address', { origin: 'https://git.example.org/lumen' }],
		['an origin that is no site', { origin: 'javascript:alert(1)' }],
		['a clone address on another site', { cloneUrl: 'https://evil.example/lumen/kestrel.git' }],
		['an offer on another site', { offers: { pulls: 'https://evil.example/pulls.json' } }],
		['a script as an offer', { offers: { file: 'javascript:alert(1)' } }],
		['a page address with a name', { url: 'https://me@git.example.org/lumen/kestrel' }],
		['a page address with a password alone', { url: 'https://:secret@git.example.org/lumen/kestrel' }],
		['a clone address with a password alone', { cloneUrl: 'https://:secret@git.example.org/lumen/kestrel.git' }],
		['an offer with a password alone', { offers: { pulls: 'https://:secret@git.example.org/pulls.json' } }],
		['a page in the memory of its own site', { url: 'blob:https://git.example.org/lumen/kestrel' }],
		['no path', { path: '' }],
		['a path beyond all measure', { path: 'a'.repeat(5000) }],
		['a kind that there is not', { kind: 'space' }],
		['no list', { shows: 'eval.yaml' }],
	])('%s', (_, change) => {
		expect(readPage({ ...page, ...change }, knows)).toBeUndefined();
	});
});

/** Each field as it is, or anything else. */
function every(record: object): Record<string, fc.Arbitrary<unknown>> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, fc.oneof(fc.constant<unknown>(value), fc.anything())]));
}
