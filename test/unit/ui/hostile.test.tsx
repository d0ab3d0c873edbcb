// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { Report } from '../../../shared/report/report.ts';
import { allParts } from '../../../shared/ui/all-parts.ts';
import { href } from '../../../shared/ui/link.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { WordsContext } from '../../../shared/ui/words-context.ts';
import { issue, madeReport, NOW, place, problem, pull, repository } from './made-report.ts';

/** Texts that become something else wherever text is taken for markup, address, class name or format string. */
const CORPUS = [
	'<img src=x onerror="globalThis.broken=1">',
	'<script>globalThis.broken=1</script>',
	'"><svg/onload=globalThis.broken=1>',
	"' onfocus='globalThis.broken=1' autofocus='",
	'javascript:globalThis.broken=1//',
	'data:text/html,<script>globalThis.broken=1</script>',
	'</style><script>globalThis.broken=1</script>',
	'{author} {count} {{7*7}} #{7*7}',
	'&lt;b&gt; &amp;',
	'__proto__',
	'\u202egpj.exe',
	'\u001b[31mred\u001b[0m',
];

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

function draw(report: Report): void {
	act(() =>
		render(
			<WordsContext.Provider value={words(bundled, 'en')}>
				<Panel report={report} state="ready" open onToggle={() => {}} actions={{}} parts={allParts} now={NOW} />
			</WordsContext.Provider>,
			root,
		),
	);
	// Everything that opens, opened.
	for (const button of root.querySelectorAll<HTMLElement>('.panel__body button')) act(() => button.click());
}

function hostile(text: string): Report {
	const evidence = `${repository.id}@1:eval.yaml`;
	return madeReport(
		[
			{
				place: place(text, {
					url: text,
					submission: pull(1, 'open', { author: text, title: text, url: text }),
					issues: [issue('yaml-tag', 'error', 1, { tag: text })],
				}),
				results: [
					{
						dataset: { id: text, taskId: text, revision: text, split: text },
						metric: text,
						valueText: text,
						date: text,
						notes: text,
						source: { url: text, name: text, user: text, org: text },
						verifyToken: text,
						issues: [issue('unknown-task-id', 'warning', 1, { task: text, nearest: text, suggestion: text, dataset: text })],
					},
				],
			},
		],
		{
			repository: { ...repository, defaultBranch: text, path: text },
			problems: [problem('server-error', 'file', { params: { origin: text, path: text, status: text } })],
			benchmarks: [
				{
					dataset: text,
					evidence,
					definition: {
						name: text,
						description: text,
						framework: text,
						issues: [],
						tasks: [
							{
								id: text,
								name: text,
								split: text,
								config: text,
								solvers: [{ name: text, args: { [text]: text }, line: 1 }],
								scorers: [],
								line: 1,
							},
						],
					},
				},
			],
		},
	);
}

function expectOnlyText(): void {
	expect(root.querySelector('script, img, iframe, style, object, embed, form')).toBeNull();
	for (const element of root.querySelectorAll('*')) {
		for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
		// Class names are ours.
		expect(element.getAttribute('class') ?? '').toMatch(/^[a-z_ -]*$/);
	}
	for (const link of root.querySelectorAll('a')) {
		expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
		expect(link.getAttribute('rel')).toBe('noreferrer noopener');
		expect(link.getAttribute('target')).toBe('_blank');
	}
	expect(globalThis).not.toHaveProperty('broken');
}

describe('text of a repository stays text', () => {
	test.each(CORPUS)('%j in every field', (text) => {
		draw(hostile(text));
		expect(root.textContent).toContain(text);
		expectOnlyText();
	});

	test('whatever the text', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: 'binary' }),
					fc.webUrl(),
					fc.constantFrom(...CORPUS).map((text) => text.repeat(50)),
				),
				(text) => {
					draw(hostile(text));
					expectOnlyText();
				},
			),
			{ numRuns: Math.ceil(Number(process.env.EVALMARK_RUNS ?? 1000) / 20) },
		);
	});
});

test.each([
	'javascript:alert(1)',
	' javascript:alert(1)',
	'java\nscript:alert(1)',
	'JAVASCRIPT:alert(1)',
	'data:text/html,x',
	'vbscript:x',
	'file:///etc/passwd',
	'blob:https://example.org/x',
	'//example.org/x',
	'/x',
	'x',
	'',
	'https://',
	'https://git.example.org@elsewhere.org/',
	'https://user:password@elsewhere.org/',
])('%j is nothing to follow', (text) => {
	expect(href(text)).toBeUndefined();
});

test('http and https can be followed', () => {
	expect(href('https://example.org/a?b#c')).toBe('https://example.org/a?b#c');
	expect(href('http://example.org')).toBe('http://example.org/');
});
