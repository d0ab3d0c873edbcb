import type { Report } from '../../../shared/report/report.ts';
import { issue, madeReport, place, pull, repository } from '../ui/made-report.ts';

/** Texts that become something else wherever text is taken for markup, address, mention or command. */
export const HOSTILE: readonly string[] = [
	'<img src=x onerror="globalThis.broken=1">',
	'[click](https://elsewhere.example/)',
	'![pixel](https://elsewhere.example/p.png)',
	'https://elsewhere.example/ www.elsewhere.example a@elsewhere.example',
	'javascript:alert(1)',
	'@owner #1 owner/repo#1',
	'` `` ``` ` [x](https://elsewhere.example)',
	'`',
	'**bold** __bold__ ~~gone~~ ![]()',
	'\n\n# Heading\n\n- list\n\n> quote\n\n```\ncode',
	'\r\n---\r\n| a | b |\r\n|---|---|',
	'<!-- comment',
	'\\input{/etc/passwd} \\write18{ls}',
	'} @misc{other, title={x}}',
	'{{{ $x$ % & # _ ~ ^ \\',
	'%title% %body% {value} {parts}',
	'\u202egpj.exe',
	'\u001b[31mred\u001b[0m',
	'\uE0000\uE001',
	'\ud800',
	'',
];

/** A report in which this text stands wherever a file or a host can put one. */
export function hostileReport(text: string): Report {
	const finding = issue('unknown-task-id', 'warning', 1, { task: text, nearest: text, suggestion: text, dataset: text });
	const file = place('x', {
		path: text,
		url: text,
		submission: pull(1, 'closed', { author: text, title: text, url: text }),
		issues: [issue('yaml-tag', 'error', 1, { tag: text })],
		refused: text,
	});
	const part = {
		dataset: { id: text, taskId: text, revision: text, split: text },
		metric: text,
		valueText: text,
		date: text,
		notes: text,
		source: { url: text, name: text, user: text, org: text },
		verifyToken: text,
		issues: [finding],
	};
	const made = madeReport([{ place: file, results: [part, { ...part, valueText: `other ${text}` }] }], {
		benchmarks: [
			{
				dataset: text,
				definition: {
					name: text,
					framework: text,
					issues: [],
					tasks: [{ id: text, solvers: [{ name: text, args: {}, line: 1 }], scorers: [], line: 1 }],
				},
			},
		],
		repository: { ...repository, path: `${text}/${text}`, url: text },
	});
	const results = made.results.map(({ id }) => id);
	return { ...made, conflicts: [{ key: text, dataset: text, results, values: [text, `other ${text}`], notesDiffer: true }] };
}
