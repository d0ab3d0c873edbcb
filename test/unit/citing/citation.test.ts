import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citation } from '../../../shared/citing/citation.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { Report } from '../../../shared/report/report.ts';
import { everything, issue, madeReport, NOW, place, pull, type ResultPart, repository } from '../ui/made-report.ts';
import { HOSTILE, hostileReport } from './hostile-report.ts';
import { markupIn } from './markup-in.ts';

const say = words(bundled, 'en');
const options = { at: NOW, words: say };
const cite = (report: Report, index = 0) => {
	const made = citation(report, report.results[index]?.id ?? '', options);
	if (!made) throw new Error('no such result');
	return made;
};
const one = (part: ResultPart, more: Partial<Report> = {}) => madeReport([{ place: place('a.yaml'), results: [part] }], more);
const gpqa = { id: 'Idavidrein/gpqa', taskId: 'diamond' };

describe('a citation', () => {
	test('has the value as written and all that leads back to it', () => {
		const { plain } = cite(everything(), 2);
		expect(plain).toContain('has 72.70 on GPQA.');
		expect(plain).toContain('dataset Idavidrein/gpqa, task diamond');
		expect(plain).toContain('on the default branch');
		expect(plain).toContain('self-reported');
		expect(plain).toContain('Date as written: 2026-03-11.');
		expect(plain).toContain(`<${repository.url}/blob/${repository.head}/.eval_results/gpqa_diamond.yaml#L1>`);
		expect(plain).toContain(`at commit ${repository.head}`);
		expect(plain).toContain('Apr 5, 2026');
		expect(plain).not.toContain('Warning');
	});

	test('names the dataset revision where one is pinned, and what the benchmark prescribes', () => {
		const { plain } = cite(everything(), 0);
		expect(plain).toContain('dataset revision 5a81a4c7271a2a2a312b9a690f0c2fde837e4c29');
		expect(plain).toContain('notes “No tools”');
		expect(plain).toContain('Evaluation framework: inspect-ai');
		expect(plain).toContain('that this score followed it cannot be told');
	});

	test('takes the number of examples from the notes only where they name one', () => {
		expect(cite(one({ dataset: gpqa, valueText: '1', notes: '5-shot CoT' })).plain).toContain('5-shot by its notes');
		expect(cite(one({ dataset: gpqa, valueText: '1', notes: '0-shot, then 5 shots' })).plain).not.toContain('by its notes');
	});

	test('says what is not there', () => {
		const { plain, bibtex } = cite(one({}));
		expect(plain).toContain('an entry without a value');
		expect(plain).toContain('Method not disclosed.');
		expect(plain).toContain('No date.');
		expect(plain).toContain('no dataset named, no task named');
		expect(bibtex).not.toContain('year =');
	});

	test('leads to repository and commit where the host has no pages of files', () => {
		const { url: _, ...bare } = place('a.yaml');
		const { plain, bibtex } = cite(madeReport([{ place: bare, results: [{ dataset: gpqa, valueText: '1' }] }]));
		expect(plain).toContain(`<${repository.url}>`);
		expect(plain).toContain(`at commit ${repository.head}`);
		expect(bibtex).toContain(`url = {${repository.url}}`);
	});

	test('of a result that is not there is none', () => {
		expect(citation(everything(), 'elsewhere#0', options)).toBeUndefined();
	});
});

describe('a warning stands in every form of the text', () => {
	const every = (report: Report, index: number, said: RegExp) => {
		for (const text of Object.values(cite(report, index))) {
			expect(text).toMatch(/Warning/);
			expect(text).toMatch(said);
		}
	};

	test('for a score in an open pull request', () => every(everything(), 3, /not accepted/));
	test('for one whose pull request cannot be told', () => every(everything(), 4, /cannot be told/));
	test('for a withdrawn one', () => every(everything(), 6, /withdrawn/));
	test('for one with findings', () => every(everything(), 5, /may be a fraction/));
	test('not for a remark', () => {
		const remark = one({ dataset: gpqa, valueText: '1', issues: [issue('date-unquoted', 'info', 1, { value: '2026-01-01' })] });
		expect(cite(remark).plain).not.toContain('Warning');
	});

	test('for a contested one, with the other values', () => {
		const report = everything();
		const ids = [2, 3].map((index) => report.results[index]?.id ?? '');
		const conflict = { key: 'gpqa', dataset: 'Idavidrein/gpqa', results: ids, values: ['72.70', '69.2'], notesDiffer: false };
		every({ ...report, conflicts: [conflict] }, 2, /other values: `?69\.2/);
		expect(cite({ ...report, conflicts: [{ ...conflict, values: ['72.70'] }] }, 2).plain).not.toContain('Warning');
	});

	test('for one whose file the host refuses', () => {
		const refused = place('a.yaml', { refused: 'no task' });
		every(madeReport([{ place: refused, results: [{ dataset: gpqa, valueText: '1' }] }]), 0, /It says: “`?no task/);
	});

	test('counts findings that are too many to name', () => {
		const issues = Array.from({ length: 12 }, (_, line) => issue('yaml-tag', 'error', line + 1, { tag: `!t${line}` }));
		expect(cite(one({ dataset: gpqa, valueText: '1', issues })).plain).toContain('7 more findings');
	});
});

describe('text of a file', () => {
	test.each(HOSTILE)('%j is never markup, a link or TeX', (text) => {
		const { markdown, bibtex, plain } = cite(hostileReport(text));
		expect(markupIn(markdown)).toEqual([]);
		expectFields(bibtex);
		expect(plain.split('\n')).toHaveLength(cite(hostileReport('x')).plain.split('\n').length);
	});

	test('whatever it is, Markdown stays one paragraph without markup and BibTeX one entry', () => {
		const anything = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 300 }),
			fc
				.array(
					fc.constantFrom(
						'`',
						'``',
						'\\',
						'{',
						'}',
						'*',
						'[',
						'](',
						')',
						'<',
						'>',
						'\n',
						'\n\n',
						'@a',
						'#1',
						'$',
						'%',
						'~',
						' ',
						'x',
						'\ud800',
					),
				)
				.map((all) => all.join('')),
		);
		fc.assert(
			fc.property(anything, (text) => {
				const { markdown, bibtex } = cite(hostileReport(text));
				expect(markupIn(markdown)).toEqual([]);
				expectFields(bibtex);
			}),
			{ numRuns: Number(process.env.EVALMARK_RUNS ?? 1000) },
		);
	});

	test('is cut where it is longer than a citation', () => {
		const long = cite(one({ dataset: gpqa, valueText: '9'.repeat(100_000), notes: 'n'.repeat(100_000) }));
		expect(long.markdown.length).toBeLessThan(3_000);
		expect(long.bibtex.length).toBeLessThan(3_000);
	});
});

test('the key of BibTeX is of model, benchmark and value, in letters that every reader takes', () => {
	expect(cite(everything(), 2).bibtex).toMatch(/^@misc\{kestrel-32b-instruct-gpqa-72-70,$/m);
	const strange = { ...one({ valueText: '{%' }), repository: { ...repository, path: '日本/…' } };
	expect(cite(strange).bibtex).toMatch(/^@misc\{score,$/m);
});

test('who submitted a score is its author, not the owner of the repository', () => {
	expect(cite(everything(), 3).bibtex).toContain('author = {{m-okafor}}');
	expect(cite(everything(), 2).bibtex).toContain('author = {{lumen-labs}}');
	const nobody = madeReport([{ place: place('a.yaml', { submission: pull(3, 'open') }), results: [{ valueText: '1' }] }]);
	expect(cite(nobody).bibtex).not.toContain('author');
});

test('a file on a disk has neither commit nor owner nor address', () => {
	const file = place('a.yaml', { commit: '0'.repeat(40), url: 'file:///home/a.yaml' });
	const local = { ...repository, origin: 'local', path: 'downloads/kestrel', url: '' };
	const { plain, bibtex, markdown } = cite(madeReport([{ place: file, results: [{ valueText: '1' }] }], { repository: local }));
	expect(plain).toContain('Written in .eval_results/a.yaml, line 1, on a disk, in no commit.');
	for (const text of [plain, bibtex, markdown]) expect(text).not.toMatch(/file:|0000000|https?:|author/);
});

/** Each line but the first and last is one field whose braces balance as BibTeX counts them, without regard to backslashes. */
function expectFields(bibtex: string): void {
	const [head, ...rest] = bibtex.trimEnd().split('\n');
	expect(head).toMatch(/^@misc\{[a-z][a-z0-9-]*,$/);
	expect(rest.at(-1)).toBe('}');
	for (const line of rest.slice(0, -1)) {
		const value = /^ {2}[a-z]+ = \{(.*)\},$/.exec(line)?.[1];
		expect(value, line).toBeDefined();
		let depth = 0;
		for (const brace of value?.match(/[{}]/g) ?? []) {
			depth += brace === '{' ? 1 : -1;
			expect(depth).toBeGreaterThanOrEqual(0);
		}
		expect(depth).toBe(0);
		if (!/^ {2}url/.test(line)) expect(value).not.toMatch(/(?<!\\)[&%$#_~^]/);
	}
}
