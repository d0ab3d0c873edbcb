import { describe, expect, test } from 'vitest';
import type { CollectStep, Evidence, HostSays } from '../../../shared/hosts/evidence.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';

const origin = 'https://hub.example';
const id = `${origin}/lumen/kestrel`;
// Oids by their form.
const oid = (digit: string) => digit.repeat(40) as Evidence['blob'];

interface File {
	readonly path?: string;
	readonly text: string;
	readonly pull?: number;
	readonly state?: 'open' | 'closed';
	readonly says?: HostSays;
}

function reportOf(...files: readonly File[]) {
	const evidence = files.map(({ path = `.eval_results/${files.length}.yaml`, text, pull, state = 'open', says }, n): CollectStep => {
		const commit = oid(pull === undefined ? 'a' : 'b');
		const role = path === 'README.md' ? 'card' : 'results';
		const piece: Evidence = {
			id: `${id}@${commit}:${n}${path}`,
			repository: id,
			role,
			path: `${n}${path}`,
			ref: 'refs/heads/main',
			commit,
			blob: oid('c'),
			bytes: new TextEncoder().encode(text),
			...(pull !== undefined && { submission: { number: pull, state } }),
			...(says && { hostSays: says }),
		};
		return { type: 'evidence', evidence: piece };
	});
	const steps: CollectStep[] = [
		{ type: 'repository', repository: { id, host: 'git', origin, path: 'lumen/kestrel', kind: 'model', url: id, head: oid('a') } },
		...evidence,
		{ type: 'done', at: 1 },
	];
	const report = buildReport(steps.map((step, n) => ({ ...step, seq: n + 1 })));
	if (!report) throw new Error('no report');
	return report;
}

const gpqa = (value: string, notes?: string) =>
	resultFile({ dataset: 'Idavidrein/gpqa', task: 'diamond', value, date: '2026-03-02', ...(notes !== undefined && { notes }) });
const card = (value: string, more = '', type = 'Idavidrein/gpqa') =>
	`---\nmodel-index:\n- name: x\n  results:\n  - dataset:\n      type: ${type}\n    metrics:\n    - type: accuracy\n      value: ${value}\n${more}---\n`;
const doubted = ({ results }: ReturnType<typeof reportOf>) =>
	results.flatMap(({ valueText, issues }) => (issues.some(({ code }) => code === 'conflicting-values') ? [valueText] : []));
const groups = ({ conflicts }: ReturnType<typeof reportOf>) => conflicts.map(({ values, notesDiffer }) => [...values, notesDiffer]);

describe('one claim with different values', () => {
	test('on main in two files: both are doubted', () => {
		const report = reportOf({ text: gpqa('71.4') }, { text: gpqa('69.2') });
		expect(groups(report)).toEqual([['71.4', '69.2', false]]);
		expect(doubted(report)).toEqual(['71.4', '69.2']);
	});

	test('on main and in the card: both are doubted', () => {
		const report = reportOf({ text: gpqa('71.4') }, { path: 'README.md', text: card('72.7') });
		expect(groups(report)).toEqual([['71.4', '72.7', false]]);
		expect(doubted(report)).toEqual(['71.4', '72.7']);
	});

	test("in a stranger's pull request: that alone is doubted, and both are shown", () => {
		const report = reportOf({ text: gpqa('71.4') }, { text: gpqa('69.2'), pull: 3 });
		expect(groups(report)).toEqual([['71.4', '69.2', false]]);
		expect(doubted(report)).toEqual(['69.2']);
	});

	test('in two pull requests: shown, and nobody is doubted', () => {
		const report = reportOf({ text: gpqa('71.4'), pull: 3 }, { text: gpqa('69.2'), pull: 4 });
		expect(groups(report)).toEqual([['71.4', '69.2', false]]);
		expect(doubted(report)).toEqual([]);
	});

	test('withdrawn: shown, and nobody is doubted', () => {
		const report = reportOf({ text: gpqa('71.4') }, { text: gpqa('69.2'), pull: 3, state: 'closed' });
		expect(groups(report)).toEqual([['71.4', '69.2', false]]);
		expect(doubted(report)).toEqual([]);
	});

	test('with notes of their own may be another setup: shown with that, and nobody is doubted', () => {
		const report = reportOf({ text: gpqa('71.4') }, { text: gpqa('79.2', 'With tools') });
		expect(groups(report)).toEqual([['71.4', '79.2', true]]);
		expect(doubted(report)).toEqual([]);
	});
});

describe('no conflict', () => {
	test.each([
		['the same number in two spellings', [{ text: gpqa('71.4') }, { text: gpqa('71.40') }]],
		['two tasks', [{ text: gpqa('71.4') }, { text: gpqa('69.2').replace('diamond', 'main') }]],
		['two benchmarks', [{ text: gpqa('71.4') }, { text: gpqa('69.2').replace('gpqa', 'other') }]],
		['no task', [{ text: gpqa('71.4').replace(/ +task_id.*\n/, '') }, { text: gpqa('69.2').replace(/ +task_id.*\n/, '') }]],
		[
			'a card with two metrics of the benchmark',
			[{ text: gpqa('71.4') }, { path: 'README.md', text: card('72.7', '    - type: f1\n      value: 40\n') }],
		],
		[
			'a card whose benchmark has several tasks',
			[{ text: gpqa('71.4').replace('Idavidrein/gpqa', 'a/b') }, { path: 'README.md', text: card('72.7', '', 'a/b') }],
		],
	] satisfies [string, File[]][])('%s', (_, files) => {
		expect(reportOf(...files).conflicts).toEqual([]);
	});
});

describe('what the host says of a file', () => {
	const two = gpqa('71.4') + resultFile({ dataset: 'cais/hle', task: 'hle', value: '24.8' });
	const codes = (report: ReturnType<typeof reportOf>) => [
		...report.evidence.flatMap(({ issues }) => issues.map(({ code }) => code)),
		...report.results.flatMap(({ valueText, issues }) => issues.map(({ code }) => `${valueText} ${code}`)),
	];

	test('its own reason takes the place of our guess', () => {
		const broken = `${two}- dataset:\n    id: a/b\n    task_id: c\n  value: high\n`;
		expect(codes(reportOf({ text: broken }))).toContain('hub-rejects-file');
		const report = reportOf({ text: broken, says: { refuses: '✖ expected number\n  → at [2].value' } });
		expect(codes(report)).toContain('host-refuses-file');
		expect(codes(report)).not.toContain('hub-rejects-file');
		expect(report.evidence[0]?.issues[0]?.params.reason).toBe('✖ expected number → at [2].value');
		expect(report.results).toHaveLength(3);
	});

	test('an entry that it leaves out is told, one that it shows is not', () => {
		const says = { shows: [{ dataset: 'idavidrein/GPQA', taskId: 'diamond', value: 71.4, vouches: false }] };
		expect(codes(reportOf({ text: two, says }))).toEqual(['24.8 host-leaves-out']);
	});

	test('silence says nothing', () => {
		expect(codes(reportOf({ text: two }))).toEqual([]);
	});
});
