// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://git.example.org/o/m#readme" }
import { beforeEach, describe, expect, test } from 'vitest';
import { pageHead } from '../../../extension/content/page-facts.ts';
import { shownFiles } from '../../../extension/content/shown-files.ts';
import { islands, recognise } from '../../../shared/hosts/pages.ts';
import { stubs } from '../../../shared/hosts/registry.ts';

beforeEach(() => {
	document.head.innerHTML = '';
	document.body.innerHTML = '';
});

describe('what the head says', () => {
	test('metas by name or property, links with absolute addresses, the address without fragment', () => {
		document.head.innerHTML =
			'<meta name="VCS:Clone" content="/a.git"><meta property="og:title" content="T"><meta charset="utf-8"><link rel="VCS-git" href="/o/m.git">';
		const { url, metas, links } = pageHead(islands);
		expect(url).toBe('https://git.example.org/o/m');
		expect(metas).toEqual([
			{ name: 'vcs:clone', content: '/a.git' },
			{ name: 'og:title', content: 'T' },
		]);
		expect(links).toEqual([{ rel: 'vcs-git', href: 'https://git.example.org/o/m.git' }]);
	});

	test('not what a README says in the body', () => {
		document.body.innerHTML = '<link rel="vcs-git" href="https://evil.example/x.git"><meta name="vcs:clone" content="x">';
		expect(pageHead(islands)).toMatchObject({ metas: [], links: [] });
	});
});

describe('what the file list shows', () => {
	const list = (...texts: string[]) => {
		document.body.innerHTML = texts.map((text) => `<a href="/x">${text}</a>`).join('');
		return shownFiles();
	};

	test.each([
		['a folder', ['README.md', '.eval_results'], ['.eval_results']],
		['a folder with a slash', ['.eval_results/'], ['.eval_results']],
		['a folder that is folded into its one file', ['<span>.eval_results/</span>hle.yaml'], ['.eval_results']],
		['a name with an icon and space around it', ['\n  <svg></svg> <span>eval.yaml</span>\n'], ['eval.yaml']],
		['both', ['eval.yaml', '.eval_results'], ['.eval_results', 'eval.yaml']],
		['names that only look like it', ['my-eval.yaml', 'eval.yaml.bak', 'docs/.eval_results', 'how to write an eval.yaml'], []],
		['nothing', [], []],
	])('%s', (_, texts, shown) => {
		expect(list(...texts)).toEqual(shown);
	});
});

test('both travel into a page by their source: they refer to nothing outside of themselves', () => {
	document.head.innerHTML = '<link rel="vcs-git" href="/o/m.git">';
	document.body.innerHTML = '<a href="/x">eval.yaml</a>';
	for (const gather of [pageHead, shownFiles as (islands: string) => unknown]) {
		const alone = new Function('given', `return (${gather.toString()})(given)`);
		expect(alone(islands)).toEqual(gather(islands));
	}
});

describe('the stub asks its question of every page that is a repository', () => {
	const marks = stubs.map((stub) => stub.marks).join();
	test.each([
		'<link rel="vcs-git" href="/o/m.git">',
		'<link rel="vcs" href="/o/m.git">',
		'<meta name="vcs:clone" content="/o/m.git">',
		`<meta name="go-import" content="host.example/o/m git https://git.example.org/o/m.git">`,
	])('%s', (head) => {
		document.head.innerHTML = head;
		const page = recognise({ ...pageHead(islands), shows: [] });
		expect(page?.path).toBe('o/m');
		expect(document.head.querySelector(marks)).not.toBeNull();
	});

	test('and of no other', () => {
		document.head.innerHTML = '<link rel="canonical" href="/o/m"><meta name="description" content="vcs">';
		expect(document.head.querySelector(marks)).toBeNull();
	});
});
