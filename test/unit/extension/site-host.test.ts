import { beforeEach, expect, test } from 'vitest';
import { forgetHost, hostOf, storeHost } from '../../../extension/site-host.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

let store = memoryStore();
beforeEach(() => {
	store = memoryStore();
});

test.each([
	['https://huggingface.co/*', 'huggingface'],
	['https://github.com/*', 'github'],
	['https://codeberg.org/*', 'gitea'],
	['https://bitbucket.org/*', 'bitbucket-cloud'],
	['https://dev.azure.com/*', 'azure-devops'],
	['https://org.visualstudio.com/*', 'azure-devops'],
	['https://www.modelscope.ai/*', 'modelscope'],
	['https://pagure.io/*', 'pagure'],
	['https://git.example.org/*', 'any'],
	['https://evilvisualstudio.com/*', 'any'],
	['http://org.visualstudio.com/*', 'any'],
	['https://*/*', 'any'],
] as const)('%s is of %s', async (site, host) => {
	expect(await hostOf(site, store)).toBe(host);
});

test('a site is what its pages turned out to be, until it may not be read any more', async () => {
	const site = 'https://git.example.org/*';
	expect(await storeHost(site, 'gitlab', store, 1)).toBe(true);
	expect(await hostOf(site, store)).toBe('gitlab');
	expect(await storeHost(site, 'gitlab', store, 2)).toBe(false);
	expect(await storeHost(site, 'gitea', store, 3)).toBe(true);
	await forgetHost(site, store);
	expect(await hostOf(site, store)).toBe('any');
});

test('a public site is what it is, whatever a page of it looks like', async () => {
	expect(await storeHost('https://github.com/*', 'gitea', store, 1)).toBe(false);
	expect(await hostOf('https://github.com/*', store)).toBe('github');
});

test('what was kept by another version and is no host is none', async () => {
	await store.put('setting', 'host https://git.example.org/*', { value: 'toString', at: 1 });
	expect(await hostOf('https://git.example.org/*', store)).toBe('any');
});
