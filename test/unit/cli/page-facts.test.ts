import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageFacts } from '../../../cli/page-facts.ts';
import { recognise } from '../../../shared/hosts/pages.ts';
import { hosts } from '../../../shared/hosts/registry.ts';

const page = 'https://git.example.org/lab/owl?tab=files#readme';

test('gathers metas and links of the head, addresses made absolute', () => {
	const facts = pageFacts(
		page,
		`<!doctype html><html><head><title>x</title><base href="/elsewhere/"><META NAME="VCS:Clone" CONTENT="https://git.example.org/lab/owl.git">
		<meta property="og:title" content="Owl &amp; co"><link REL="VCS-git" href="../lab/owl.git"></head><body></body></html>`,
	);
	expect(facts).toEqual({
		url: 'https://git.example.org/lab/owl?tab=files',
		metas: [
			{ name: 'vcs:clone', content: 'https://git.example.org/lab/owl.git' },
			{ name: 'og:title', content: 'Owl & co' },
		],
		links: [{ rel: 'vcs-git', href: 'https://git.example.org/lab/owl.git' }],
		embedded: [],
		shows: [],
	});
});

test.each([
	'<head></head><body><meta name="vcs:clone" content="https://evil.example/x"><link rel="vcs-git" href="https://evil.example/x"></body>',
	'<p>README</p><meta name="vcs:clone" content="https://evil.example/x"><link rel="vcs-git" href="https://evil.example/x">',
])('takes nothing from the body, where anybody may have written: %s', (html) => {
	expect(pageFacts(page, html)).toMatchObject({ metas: [], links: [] });
});

test.each([
	['<a href="/lab/owl/tree/main/.eval_results">results</a>', ['.eval_results']],
	['<a href="tree/main/x"><b>.eval_results</b>/owl.yaml</a>', ['.eval_results']],
	['<a href="/lab/owl/blob/main/eval.yaml">eval.yaml</a><a href="/x/.eval_results/a.yaml">a</a>', ['eval.yaml', '.eval_results']],
	['<a href="https://elsewhere.example/.eval_results">there</a>', []],
	['<p>.eval_results</p><a href="/lab/owl/my.eval_results">no</a>', []],
])('tells which of our files the page shows: %s', (html, shows) => {
	expect(pageFacts(page, `<body>${html}`).shows).toEqual(shows);
});

const PAGES = new URL('../../fixtures/pages/', import.meta.url);
const fixtures = hosts.flatMap(({ id, anchors }) => anchors.map(({ fixture }) => [fixture, id] as const));

test.each(fixtures)('%s is a page of %s to the command line, too', (fixture, id) => {
	const html = readFileSync(new URL(fixture, PAGES), 'utf8');
	const own = /property="og:url" content="([^"]+)"/.exec(html)?.[1];
	const url = new URL(own ?? `/lumen-labs/kestrel-32b-instruct/as/${fixture}`, 'https://git.example.org/').href;
	expect(recognise(pageFacts(url, html))?.host).toBe(id);
});

test('no page makes it throw', () => {
	const piece = fc.constantFrom(
		'<',
		'>',
		'</a>',
		'<a href=',
		'"',
		"'",
		'<base href="http://[">',
		'<link rel=vcs-git href="http://[">',
		'<!--',
		'<script>',
		'&#x',
		'=',
		'<meta content=x name>',
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 20 }), (pieces) => {
			expect(pageFacts(page, pieces.join('')).url).toBe('https://git.example.org/lab/owl?tab=files');
		}),
		{ numRuns: Number(process.env.EVALMARK_RUNS ?? 1000) },
	);
});
