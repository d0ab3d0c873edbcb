import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, readSettings, readSettingsFile, settingsFile, storedSettings, storeSettings } from '../../../extension/settings.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

describe('settings', () => {
	test('are the defaults where nothing is stored, and what was stored after', async () => {
		const store = memoryStore();
		expect(await storedSettings(store)).toEqual(DEFAULTS);
		await storeSettings(store, { loud: 'toolbar', print: true, remember: false }, 1);
		expect(await storedSettings(store)).toEqual({ loud: 'toolbar', print: true, remember: false });
		// Clearing the cache is not for them.
		await store.clear();
		expect(await storedSettings(store)).toEqual({ loud: 'toolbar', print: true, remember: false });
	});

	test('from a file: what is understood holds, what is not is named', () => {
		expect(readSettings({ loud: 'open', remember: 'yes', print: 1, colour: 'green' })).toEqual({
			settings: { loud: 'open', print: false, remember: true },
			refused: ['colour', 'print', 'remember'],
		});
		expect(readSettings({ loud: 'screaming' })).toEqual({ settings: DEFAULTS, refused: ['loud'] });
	});

	test('from anything at all are settings', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const { settings } = readSettings(value);
				expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULTS).sort());
				expect([typeof settings.remember, typeof settings.print]).toEqual(['boolean', 'boolean']);
			}),
		);
	});
});

describe('a file of settings', () => {
	test('says the same when it is read again; sites are origins, and a wildcard is no site', () => {
		const settings = { loud: 'open', print: true, remember: false } as const;
		const text = settingsFile(settings, ['https://git.example.org/*', 'http://127.0.0.1/*', 'https://*/*']);
		expect(readSettingsFile(text)).toEqual({ settings, refused: [], sites: ['https://git.example.org', 'http://127.0.0.1'] });
	});

	test.each(['', '[]', 'null', '7', '{', '"loud"'])('%j is none', (text) => {
		expect(readSettingsFile(text)).toBeUndefined();
	});

	test('sites that are none are refused, and so is a list without end', () => {
		const sites = ['https://git.example.org', 'javascript:alert(1)', 7, 'https://*.example.org', 'https://git.example.org/a'];
		expect(readSettingsFile(JSON.stringify({ sites }))).toMatchObject({ refused: ['sites'], sites: ['https://git.example.org'] });
		expect(readSettingsFile('{"sites":"https://git.example.org"}')).toMatchObject({ refused: ['sites'], sites: [] });
		const many = Array.from({ length: 5000 }, (_, index) => `https://git-${index}.example.org`);
		const read = readSettingsFile(JSON.stringify({ sites: many }));
		expect(read?.sites).toHaveLength(100);
		expect(read?.refused).toEqual(['sites']);
	});

	test('whatever stands in it, only http(s) origins come out', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.json(),
					fc.array(fc.webUrl()).map((sites) => JSON.stringify({ sites })),
				),
				(text) => {
					for (const site of readSettingsFile(text)?.sites ?? []) expect(site).toMatch(/^https?:\/\/[^/]+$/);
				},
			),
		);
	});
});
