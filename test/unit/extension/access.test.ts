import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Access, credentialsFor, storeAccess, storedAccess, tokenOf } from '../../../extension/access.ts';
import { settingsFile, storedSettings } from '../../../extension/settings.ts';
import { fetchPort } from '../../../shared/http/fetch-port.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

const TOKEN: Access = { by: 'token', token: 'secret-1' };
const GITHUB = 'https://github.com/*';

async function kept(pattern: string, access: Access) {
	const store = memoryStore();
	await storeAccess(store, pattern, access, 1);
	return store;
}

describe('what is sent of who the user is', () => {
	test('is nothing, until the user says so, and nothing again after', async () => {
		const store = memoryStore();
		expect(await credentialsFor(store, 'https://github.com/o/r.git/info/refs')).toBeUndefined();
		await storeAccess(store, GITHUB, TOKEN, 1);
		expect(await credentialsFor(store, 'https://github.com/o/r.git/info/refs')).toBeDefined();
		await storeAccess(store, GITHUB, undefined, 2);
		expect(await credentialsFor(store, 'https://github.com/o/r.git/info/refs')).toBeUndefined();
		expect(await store.keys('setting')).toEqual([]);
	});

	test('a token: to git as a password, to an API as it is, also to the one that the site keeps elsewhere', async () => {
		const store = await kept(GITHUB, TOKEN);
		const basic = { credentials: 'omit', authorization: `Basic ${btoa('x-access-token:secret-1')}` };
		expect(await credentialsFor(store, 'https://github.com/o/r.git/info/refs?service=git-upload-pack')).toEqual(basic);
		expect(await credentialsFor(store, 'https://github.com/o/r.git/git-upload-pack')).toEqual(basic);
		expect(await credentialsFor(store, 'https://api.github.com/repos/o/r/issues')).toEqual({
			credentials: 'omit',
			authorization: 'Bearer secret-1',
		});
	});

	test('Bitbucket Cloud takes a token under a name of its own', async () => {
		const store = await kept('https://bitbucket.org/*', TOKEN);
		expect((await credentialsFor(store, 'https://bitbucket.org/o/r.git/info/refs'))?.authorization).toBe(
			`Basic ${btoa('x-token-auth:secret-1')}`,
		);
		expect((await credentialsFor(store, 'https://api.bitbucket.org/2.0/repositories/o/r'))?.authorization).toBe('Bearer secret-1');
	});

	test.each(['https://evil.example/github.com/', 'https://github.com.evil.example/', 'http://github.com/o/r', 'https://gist.github.com/'])(
		'never to %s',
		async (url) => {
			expect(await credentialsFor(await kept(GITHUB, TOKEN), url)).toBeUndefined();
			expect(await credentialsFor(await kept(GITHUB, { by: 'cookies' }), url)).toBeUndefined();
		},
	);

	test('cookies go to their own site alone', async () => {
		const store = await kept(GITHUB, { by: 'cookies' });
		expect(await credentialsFor(store, 'https://github.com/o/r')).toEqual({ credentials: 'include' });
		expect(await credentialsFor(store, 'https://api.github.com/repos/o/r')).toBeUndefined();
	});

	test('whatever the address, nothing goes to another host', () =>
		fc.assert(
			fc.asyncProperty(fc.webUrl(), async (url) => {
				const sent = await credentialsFor(await kept('https://git.example.org/*', TOKEN), url);
				expect(sent === undefined || new URL(url).hostname === 'git.example.org').toBe(true);
			}),
			{ numRuns: 200 },
		));
});

describe('a token', () => {
	test('is one line that fits a header', () => {
		expect(tokenOf(' ghp_abc \n')).toBe('ghp_abc');
		for (const text of ['', ' ', 'a b', 'a\r\nX-Evil: 1', 'ä', 'x'.repeat(501)]) expect(tokenOf(text)).toBeUndefined();
	});

	test.each([{ by: 'token' }, { by: 'token', token: 'a\nb' }, { by: 'magic' }, 'secret', null])(
		'%j in the store is none',
		async (value) => {
			const store = memoryStore();
			await store.put('setting', `access ${GITHUB}`, { value, at: 1 });
			expect(await storedAccess(store, GITHUB)).toBeUndefined();
		},
	);

	test('is in no file of settings', async () => {
		const store = await kept(GITHUB, TOKEN);
		expect(settingsFile(await storedSettings(store), [GITHUB])).not.toContain('secret-1');
	});

	test('is sent in a header, and a redirect to another origin takes it nowhere', async () => {
		const sent: { url: string; headers: unknown; credentials: string }[] = [];
		const port = fetchPort(
			async (url, { headers, credentials }) => {
				sent.push({ url, headers, credentials });
				return { status: 302, headers: { get: (name) => (name === 'location' ? 'https://evil.example/' : null) }, body: null };
			},
			{ credentials: 'omit', signedIn: (url) => kept('https://git.example.org/*', TOKEN).then((store) => credentialsFor(store, url)) },
		);
		const answer = await port({ url: 'https://git.example.org/o/r.git/info/refs', method: 'GET' }, new AbortController().signal);
		expect(sent).toEqual([
			{
				url: 'https://git.example.org/o/r.git/info/refs',
				headers: { Authorization: `Basic ${btoa('x-access-token:secret-1')}` },
				credentials: 'omit',
			},
		]);
		expect(answer.signedIn).toBe(true);
	});
});
