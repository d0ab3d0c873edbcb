import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportName } from '../../../extension/export-name.ts';
import { patternOf, siteOf } from '../../../extension/site-pattern.ts';

const numRuns = Number(process.env.EVALMARK_RUNS ?? 1000);

describe('the site that a user types', () => {
	test.each([
		['git.example.org', 'https://git.example.org'],
		['  https://git.example.org/lumen/kestrel?tab=files#readme ', 'https://git.example.org'],
		['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
		['GIT.Example.org', 'https://git.example.org'],
		['bücher.example', 'https://xn--bcher-kva.example'],
	])('%s', (typed, site) => {
		expect(siteOf(typed)).toBe(site);
	});

	test.each([
		'',
		'   ',
		'two words',
		'*',
		'*.example.org',
		'https://*/*',
		'ftp://git.example.org',
		'javascript://git.example.org/',
		'file:///etc/passwd',
	])('%s is none', (typed) => {
		expect(siteOf(typed)).toBeUndefined();
	});

	test('whatever is typed, the permission that is asked for is one site and no wildcard', () => {
		const typed = fc.oneof(fc.string(), fc.webUrl(), fc.domain(), fc.string({ unit: 'grapheme' }));
		fc.assert(
			fc.property(typed, (text) => {
				const site = siteOf(text);
				if (site !== undefined) expect(patternOf(site)).toMatch(/^https?:\/\/[^*/]+\/\*$/);
			}),
			{ numRuns },
		);
	});
});

describe('the name of an export', () => {
	test.each([
		['lumen-labs/kestrel-32b', 'lumen-labs-kestrel-32b.evalmark.json'],
		['../../etc/passwd', 'etc-passwd.evalmark.json'],
		['group/sub/modèle', 'group-sub-modèle.evalmark.json'],
		['...', 'repository.evalmark.json'],
	])('%s', (path, name) => {
		expect(exportName(path)).toBe(name);
	});

	test('is one that every file system takes', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (path) => {
				expect(exportName(path)).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*\.evalmark\.json$/u);
			}),
			{ numRuns },
		);
	});
});
