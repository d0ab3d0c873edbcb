import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, readSettings, storedSettings, storeSettings } from '../../../extension/settings.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';

describe('settings', () => {
	test('are the defaults where nothing is stored, and what was stored after', async () => {
		const store = memoryStore();
		expect(await storedSettings(store)).toEqual(DEFAULTS);
		await storeSettings(store, { loud: 'toolbar', remember: false }, 1);
		expect(await storedSettings(store)).toEqual({ loud: 'toolbar', remember: false });
		// Clearing the cache is not for them.
		await store.clear();
		expect(await storedSettings(store)).toEqual({ loud: 'toolbar', remember: false });
	});

	test('from a file: what is understood holds, what is not is named', () => {
		expect(readSettings({ loud: 'open', remember: 'yes', colour: 'green' })).toEqual({
			settings: { loud: 'open', remember: true },
			refused: ['colour', 'remember'],
		});
		expect(readSettings({ loud: 'screaming' })).toEqual({ settings: DEFAULTS, refused: ['loud'] });
	});

	test('from anything at all are settings', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const { settings } = readSettings(value);
				expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULTS).sort());
				expect(typeof settings.remember).toBe('boolean');
			}),
		);
	});
});
