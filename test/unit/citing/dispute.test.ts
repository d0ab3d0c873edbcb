import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ADDRESS } from '../../../shared/citing/discuss-url.ts';
import { dispute } from '../../../shared/citing/dispute.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { Report } from '../../../shared/report/report.ts';
import { everything, issue, madeReport, NOW, place, repository } from '../ui/made-report.ts';
import { HOSTILE, hostileReport } from './hostile-report.ts';
import { markupIn } from './markup-in.ts';

const FORM = `${repository.url}/issues/new?title=%title%&body=%body%`;
const ask = (report: Report, index = 0, discussTemplate?: string) => {
	const from = { ...report, repository: { ...report.repository, ...(discussTemplate !== undefined && { discussTemplate }) } };
	const made = dispute(from, from.results[index]?.id ?? '', { at: NOW, words: words(bundled, 'en') });
	if (!made) throw new Error('no such result');
	return made;
};
const filledIn = (url: string | undefined, name: string) => new URL(url ?? 'about:blank').searchParams.get(name);

describe('a question about a score', () => {
	test('says which score, where it stands, and what was noticed with the line of each', () => {
		const { title, body } = ask(everything(), 5);
		expect(title).toBe('Question about the score 0.712 on GPQA');
		expect(body).toContain('Score: `0.712`, dataset `Idavidrein/gpqa`, task `gpqa_diamond`.');
		const file = `${repository.url}/blob/${repository.head}/.eval_results/old/gpqa-results-imported-from-card.yaml`;
		expect(body).toContain(`](<${file}#L7>)`);
		expect(body).toContain('may be a fraction');
		expect(body).toContain(`([line 10](<${file}#L10>))`);
		expect(body).toContain('Source as written: `https://huggingface.co/other-lab/Heron-8x22B`.');
	});

	test('asks and accuses nobody', () => {
		const { body } = ask(everything(), 5);
		expect(body).toMatch(/^Could you say how this score was measured/);
		expect(body).toContain('cannot be told');
		expect(body).not.toMatch(/wrong|fake|false|cheat|invalid|must/i);
	});

	test('links the pull request that was closed', () => {
		expect(ask(everything(), 6).body).toContain(`[pull request 9](<${repository.url}/pulls/9>), which was closed without being merged`);
	});

	test('says where each other value stands', () => {
		const report = everything();
		const results = [2, 3].map((index) => report.results[index]?.id ?? '');
		const { body } = ask({ ...report, conflicts: [{ key: 'k', dataset: 'd', results, values: ['72.70', '69.2'], notesDiffer: true }] }, 2);
		expect(body).toContain('other values, whose notes differ: `69.2`');
		expect(body).toMatch(/`69\.2` stands in \[`\.eval_results\/gpqa\.yaml`, line 1\]\(<https:/);
	});

	test('tells what the host says of the file, and what is wrong with the file as a whole', () => {
		const file = place('a.yaml', { refused: 'no task', issues: [issue('yaml-tag', 'error', 4, { tag: '!x' })] });
		const { body } = ask(madeReport([{ place: file, results: [{ valueText: '1' }] }]));
		expect(body).toContain('git.example.org shows nothing of this file'.replace('git.example.org', '`git.example.org`'));
		expect(body).toContain('`!x`');
	});

	test('says so where nothing stands out', () => {
		expect(ask(everything(), 2).body).toContain('Nothing in the files themselves stands out');
	});
});

describe('the form of the host', () => {
	test('is there only where the host has one', () => {
		expect(ask(everything()).url).toBeUndefined();
	});

	test('gets title and text as they are', () => {
		const { title, body, url } = ask(everything(), 5, FORM);
		expect(filledIn(url, 'title')).toBe(title);
		expect(filledIn(url, 'body')).toBe(body.trimEnd());
	});

	test.each([
		'https://elsewhere.example/?t=%title%',
		'javascript:alert(%title%)',
		'https://git.example.org@elsewhere.example/%title%',
		'https://user:pass@git.example.org/%title%',
		'https://git.example.org.%title%/',
		'http://git.example.org/%title%',
		'%title%',
		'',
	])('is not %j', (template) => {
		expect(ask(everything(), 5, template).url).toBeUndefined();
	});

	test('gets no more than an address can hold, and the text says where it was cut', () => {
		const issues = Array.from({ length: 20 }, (_, line) => issue('yaml-tag', 'error', line + 1, { tag: `!${'ü'.repeat(200)}` }));
		const { body, url } = ask(madeReport([{ place: place('a.yaml'), results: [{ valueText: '1', issues }] }]), 0, FORM);
		expect(url?.length).toBeLessThanOrEqual(LONGEST_ADDRESS);
		const cut = filledIn(url, 'body') ?? '';
		expect(cut).toMatch(/The text was cut here because it is too long for this form\.$/);
		expect(body.startsWith(cut.slice(0, cut.lastIndexOf('\n\n')))).toBe(true);
		expect(body).not.toContain('cut here');
	});
});

test.each(HOSTILE)('%j stays text in every line', (text) => {
	const { title, body, url } = ask(hostileReport(text), 0, FORM);
	for (const line of body.split('\n')) expect(markupIn(line)).toEqual([]);
	expect(body.split('\n').length).toBe(ask(hostileReport('x')).body.split('\n').length);
	expect(title).not.toMatch(/[\n\r]/);
	expect(new URL(url ?? '').origin).toBe(repository.origin);
});

test('whatever stands in the files: no markup, and an address of the host that can be followed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
			const { body, url } = ask(hostileReport(text), 0, FORM);
			for (const line of body.split('\n')) expect(markupIn(line)).toEqual([]);
			expect(new URL(url ?? '').origin).toBe(repository.origin);
			expect(url?.length).toBeLessThanOrEqual(LONGEST_ADDRESS);
		}),
		{ numRuns: Number(process.env.EVALMARK_RUNS ?? 300) },
	);
});
