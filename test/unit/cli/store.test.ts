import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cacheFolder, fileStore, settingsFolder } from '../../../cli/store.ts';
import { storeContract } from '../store/contract.ts';

const root = mkdtempSync(join(tmpdir(), 'evalmark-store-'));
let count = 0;
const fresh = () => {
	count += 1;
	return join(root, String(count));
};
afterAll(() => rmSync(root, { recursive: true, force: true }));

storeContract('files', async () => fileStore(fresh()));

describe('files', () => {
	test('outlive the process that wrote them, and only their owner may read them', async () => {
		const folder = fresh();
		await fileStore(folder).put('object', 'key', { value: new Uint8Array([1]), at: 1 });
		expect(await fileStore(folder).get('object', 'key')).toEqual({ value: new Uint8Array([1]), at: 1 });
		const [name = ''] = readdirSync(join(folder, 'object'));
		expect(statSync(join(folder, 'object', name)).mode & 0o077).toBe(0);
		expect(statSync(join(folder, 'object')).mode & 0o077).toBe(0);
	});

	test('that were cut off or hold something else count as absent', async () => {
		const folder = fresh();
		const store = fileStore(folder);
		await store.put('refs', 'key', { value: 'x'.repeat(100), at: 1 });
		const [name = ''] = readdirSync(join(folder, 'refs'));
		for (const content of ['', 'nonsense', Buffer.from([0xff, 0x0f, 0x6f, 0x22])]) {
			writeFileSync(join(folder, 'refs', name), content);
			expect(await store.get('refs', 'key')).toBeUndefined();
			expect(await store.keys('refs')).toEqual([]);
		}
	});

	test.skipIf(process.getuid?.() === 0)('that cannot be written are let go', async () => {
		const folder = fresh();
		await fileStore(folder).put('refs', 'key', { value: 1, at: 1 });
		chmodSync(join(folder, 'refs'), 0o500);
		await expect(fileStore(folder).put('refs', 'other', { value: 1, at: 1 })).resolves.toBeUndefined();
		chmodSync(join(folder, 'refs'), 0o700);
	});

	test('go where the desktop wants caches, and the user’s choices where no cache is', () => {
		expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/evalmark');
		expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toMatch(/\/\.cache\/evalmark$/);
		expect(cacheFolder({})).toMatch(/\/\.cache\/evalmark$/);
		expect(settingsFolder({ XDG_CONFIG_HOME: '/etc/me' })).toBe('/etc/me/evalmark');
		expect(settingsFolder({ XDG_CONFIG_HOME: 'relative' })).toMatch(/\/\.config\/evalmark$/);
	});
});
