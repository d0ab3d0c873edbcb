import { describe, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { RepoPage } from '../../../shared/hosts/repo-page.ts';
import type { Words } from '../../../shared/messages/words.ts';
import type { News } from '../../../shared/protocol/message.ts';

/** What the background did with the repository, in order; and what it tells whoever follows. */
const { did, told } = vi.hoisted(() => ({ did: [] as string[], told: { news: undefined as News | undefined } }));
vi.mock('webextension-polyfill', () => ({ default: { runtime: { getURL: () => 'chrome-extension://evalmark/' } } }));
vi.mock('../../../extension/background/exporting.ts', () => ({}));
vi.mock('../../../extension/background/signatures.ts', () => ({}));
vi.mock('../../../extension/background/toolbar.ts', () => ({ showInToolbar: async () => {} }));
vi.mock('../../../extension/background/sessions.ts', () => ({
	followRepository: (_page: RepoPage, _isPrivate: boolean, post: (news: News) => void) => {
		const doing = (name: string) => async () => {
			did.push(name);
			if (told.news) post(told.news);
		};
		return { news: () => told.news, read: doing('read'), again: doing('again'), recall: doing('recall') };
	},
}));
const { followPort } = await import('../../../extension/background/listen.ts');

const page: RepoPage = {
	host: 'git',
	origin: 'https://git.example.org',
	path: 'o/m',
	kind: 'model',
	url: 'https://git.example.org/o/m',
	cloneUrl: 'https://git.example.org/o/m.git',
	shows: [],
	offers: {},
};
const follow = { type: 'follow', page, run: '7', after: 4, start: true };

/** A panel that says this, one right after the other: what the background does, and what it answers. */
async function says(messages: readonly unknown[], news?: News) {
	did.length = 0;
	told.news = news;
	const got: unknown[] = [];
	const hear: ((value: unknown) => void)[] = [];
	const port = {
		sender: { url: page.url, tab: { id: 1, incognito: false }, frameId: 0 },
		onMessage: { addListener: (listener: (value: unknown) => void) => hear.push(listener) },
		onDisconnect: { addListener: () => {} },
		postMessage: (message: unknown) => got.push(message),
		disconnect: () => {},
	};
	// As much of the interfaces as is used.
	followPort(
		port as unknown as Runtime.Port,
		(() => '') as unknown as Words,
		() => true,
		async () => undefined,
	);
	for (const message of messages) for (const listener of hear) listener(message);
	await vi.waitFor(() => expect(did.length).toBeGreaterThan(0));
	return { did: [...did], got };
}

describe('who follows over a port', () => {
	test('has it read', async () => {
		expect((await says([follow])).did).toEqual(['read']);
	});

	test('and only listens, causes no reading', async () => {
		expect((await says([{ ...follow, start: false }])).did).toEqual(['recall']);
	});

	test('and asked again of a background that was stopped, has it read again, once', async () => {
		expect((await says([{ ...follow, again: true }])).did).toEqual(['again']);
	});

	test('and asks again before the repository was looked up, is not forgotten', async () => {
		expect((await says([follow, { type: 'again' }])).did).toEqual(['again']);
	});

	test('is not sent what it has seen, unless it asked again: then it is told that reading has begun', async () => {
		const news: News = { type: 'news', run: '7', reading: true, earlier: true, problems: [] };
		expect((await says([follow], news)).got).toEqual([]);
		expect((await says([{ ...follow, again: true }], news)).got).toEqual([news]);
	});
});
