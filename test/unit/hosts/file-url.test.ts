import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileUrl } from '../../../shared/hosts/file-url.ts';
import { datasetUrl } from '../../../shared/hosts/git/benchmark.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const TEMPLATE = 'https://git.example.org/a/b/blob/%branch%/%path%';

describe('the page of a file', () => {
	test('is the template with commit and path, each part encoded', () => {
		expect(fileUrl(TEMPLATE, 'abc', '.eval_results/a b#?.yaml')).toBe(
			'https://git.example.org/a/b/blob/abc/.eval_results/a%20b%23%3F.yaml',
		);
		expect(fileUrl(TEMPLATE, 'refs/pull/7/head', 'x', 12)).toBe('https://git.example.org/a/b/blob/refs%2Fpull%2F7%2Fhead/x#L12');
		expect(fileUrl('https://git.example.org/a/tree/%path%?h=%branch%', 'abc', 'x/y')).toBe('https://git.example.org/a/tree/x/y?h=abc');
	});

	test.each(['../../secret', 'a/./b', 'a//b', ''])('is nowhere for the path %j', (path) => {
		expect(fileUrl(TEMPLATE, 'abc', path)).toBeUndefined();
	});

	test.each(['javascript:alert(1)//%path%', 'nonsense', 'data:text/html,%path%'])('is nowhere by the template %s', (template) => {
		expect(fileUrl(template, 'abc', 'x')).toBeUndefined();
	});

	test.each(['constructor', 'evalmark'])('a template may name %s, which stands for nothing', (name) => {
		expect(fileUrl(`https://git.example.org/%${name}%/%path%`, 'abc', 'x')).toBe(`https://git.example.org/%${name}%/x`);
	});

	test.each(['https://me@git.example.org/%path%', 'https://:secret@git.example.org/%path%'])('is nowhere by %s', (template) => {
		expect(fileUrl(template, 'abc', 'x')).toBeUndefined();
	});

	test('stays on its origin whatever the path', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string(), (path, commit) => {
				const url = fileUrl(TEMPLATE, commit, path);
				if (url !== undefined) expect(new URL(url).href.startsWith('https://git.example.org/a/b/blob/')).toBe(true);
			}),
			{ numRuns: runs },
		);
	});
});

describe('the repository of a dataset', () => {
	test.each([
		['cais/hle', 'https://git.example.org/datasets/cais/hle.git'],
		['gsm8k', 'https://git.example.org/datasets/gsm8k.git'],
	])('%s', (id, url) => {
		expect(datasetUrl('https://git.example.org/datasets/%id%.git', id)).toBe(url);
	});

	test.each(['../admin', 'a/b/c', 'a b/c', 'https://evil.example/x', '<img>', '', '..', 'a/..'])('is not asked for by the id %j', (id) => {
		expect(datasetUrl('https://git.example.org/datasets/%id%.git', id)).toBeUndefined();
	});
});
