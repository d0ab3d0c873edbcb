import { describe, expect, test } from 'vitest';
import type { Oid } from '../../../shared/git/oid.ts';
import type { CollectEvent, CollectStep, Evidence, Repository, Submission } from '../../../shared/hosts/evidence.ts';
import { buildReport, reportBuilder } from '../../../shared/report/build-report.ts';
import { summary } from '../../../shared/report/summary.ts';

const home: Repository = {
	id: 'https://git.example.org/lumen-labs/kestrel',
	host: 'git',
	origin: 'https://git.example.org',
	path: 'lumen-labs/kestrel',
	kind: 'model',
	url: 'https://git.example.org/lumen-labs/kestrel',
	fileTemplate: 'https://git.example.org/lumen-labs/kestrel/blob/%branch%/%path%',
};
const oid = (digit: string) => digit.repeat(40) as Oid;
const bytes = (text: string) => new TextEncoder().encode(text);

function file(path: string, text: string, more: Partial<Evidence> = {}): CollectStep {
	const commit = more.commit ?? oid('a');
	const evidence: Evidence = {
		id: `${home.id}@${commit}:${path}`,
		repository: home.id,
		role: 'results',
		path,
		ref: 'refs/heads/main',
		commit,
		blob: oid('b'),
		bytes: bytes(text),
		...more,
	};
	return { type: 'evidence', evidence };
}

const entry = (task: string, value: string, more = '') =>
	`- dataset:\n    id: acme/owl-bench\n    task_id: ${task}\n  value: ${value}\n${more}`;

const pull = (number: number, state: Submission['state']): Submission => ({ number, state, author: 'm-okafor' });

const numbered = (...steps: CollectStep[]): CollectEvent[] => steps.map((step, index) => ({ ...step, seq: index + 1 }));

const definition: CollectStep = {
	type: 'evidence',
	evidence: {
		id: 'https://git.example.org/datasets/acme/owl-bench@c:eval.yaml',
		repository: 'https://git.example.org/datasets/acme/owl-bench',
		role: 'benchmark',
		path: 'eval.yaml',
		ref: 'refs/heads/main',
		commit: oid('c'),
		blob: oid('d'),
		bytes: bytes('name: Owl\nevaluation_framework: inspect-ai\ntasks:\n  - id: owl_day\n  - id: owl_night\n'),
		dataset: 'acme/owl-bench',
	},
};

describe('a report', () => {
	test('is nothing before the repository is known', () => {
		expect(buildReport([])).toBeUndefined();
	});

	test('keeps values as written and links each file at its commit', () => {
		const report = buildReport(
			numbered({ type: 'repository', repository: home }, file('.eval_results/owl.yaml', entry('owl_day', '20.90'))),
		);
		expect(report?.results.map((result) => result.valueText)).toEqual(['20.90']);
		expect(report?.evidence[0]?.url).toBe(`https://git.example.org/lumen-labs/kestrel/blob/${oid('a')}/.eval_results/owl.yaml`);
		expect(report?.state).toBe('collecting');
	});

	test('holds task ids against the benchmark that arrives later', () => {
		const report = buildReport(
			numbered(
				{ type: 'repository', repository: home },
				file('.eval_results/owl.yaml', entry('owl_dya', '60.1') + entry('owl_night', '61')),
				definition,
				{
					type: 'done',
					at: 5,
				},
			),
		);
		expect(report?.results.map((result) => result.issues.map((issue) => issue.code))).toEqual([['unknown-task-id'], []]);
		expect(report?.results[0]?.issues[0]?.params).toMatchObject({ task: 'owl_dya', suggestion: 'owl_day' });
		expect(report?.assessments.map((one) => one.badges.map((badge) => badge.code))).toEqual([['on-main'], ['on-main', 'leaderboard']]);
		expect(report?.assessments[1]?.badges[1]?.url).toBe(`https://git.example.org/datasets/acme/owl-bench/blob/${oid('c')}/eval.yaml`);
		expect(report).toMatchObject({ state: 'complete', asOf: 5 });
	});

	test('is not held up by a benchmark of 20,000 tasks and 1,000 results that name none of them', { timeout: 30_000 }, () => {
		const tasks = Array.from({ length: 20_000 }, (_, n) => `  - id: owl_watching_night_${n}\n`).join('');
		const report = buildReport(
			numbered(
				{ type: 'repository', repository: home },
				file('.eval_results/owl.yaml', Array.from({ length: 1000 }, (_, n) => entry(`raven_counting_day_${n}`, `${n}`)).join('')),
				file('eval.yaml', `evaluation_framework: mteb\ntasks:\n${tasks}`, {
					role: 'benchmark',
					dataset: 'acme/owl-bench',
					commit: oid('c'),
				}),
			),
		);
		expect(report?.results).toHaveLength(1000);
		expect(report?.results[999]?.issues.map((issue) => issue.code)).toEqual(['unknown-task-id']);
	});

	test('leaves out what a pull request merely inherits, entry by entry', () => {
		const main = entry('owl_day', '60.1');
		const report = buildReport(
			numbered(
				{ type: 'repository', repository: home },
				file('.eval_results/owl.yaml', main),
				file('.eval_results/owl.yaml', main + entry('owl_night', '70.5'), {
					commit: oid('e'),
					ref: 'refs/pull/3/head',
					submission: pull(3, 'open'),
					base: [{ blob: oid('b'), bytes: bytes(main) }],
				}),
			),
		);
		expect(report?.results.map((result) => [result.dataset.taskId, result.valueText])).toEqual([
			['owl_day', '60.1'],
			['owl_night', '70.5'],
		]);
		expect(report?.assessments.map((one) => one.badges[0]?.code)).toEqual(['on-main', 'community']);
	});

	test('does not list a merged pull request beside the default branch', () => {
		const report = buildReport(
			numbered(
				{ type: 'repository', repository: home },
				file('.eval_results/owl.yaml', entry('owl_day', '75.8')),
				file('.eval_results/owl.yaml', entry('owl_day', '80.2'), { commit: oid('e'), submission: pull(2, 'merged') }),
			),
		);
		expect(report?.results.map((result) => result.valueText)).toEqual(['75.8']);
	});

	test('lists a pull request at its last head alone', () => {
		const at = (commit: Oid, value: string) =>
			file('.eval_results/owl.yaml', entry('owl_day', value), { commit, ref: 'refs/pull/7/head', submission: pull(7, 'open') });
		const report = buildReport(numbered({ type: 'repository', repository: home }, at(oid('d'), '1'), at(oid('e'), '2')));
		expect(report?.results.map((result) => result.valueText)).toEqual(['2']);
		expect(report?.evidence).toHaveLength(1);
	});

	test('calls nothing on main that does not stand at the head of the default branch', () => {
		const badges = (head: Oid | undefined, commit: Oid) =>
			buildReport(
				numbered(
					{ type: 'repository', repository: { ...home, ...(head && { head }) } },
					file('.eval_results/owl.yaml', entry('owl_day', '1'), { commit }),
				),
			)?.assessments.flatMap((one) => one.badges.map((badge) => badge.code));
		expect(badges(oid('a'), oid('a'))).toEqual(['on-main']);
		expect(badges(oid('a'), oid('e'))).toEqual([]);
		expect(badges(oid('a'), oid('0'))).toEqual([]);
		expect(badges(undefined, oid('0'))).toEqual([]);
	});

	test('marks a fraction beside percentages across files, and rescales nothing', () => {
		const report = buildReport(
			numbered(
				{ type: 'repository', repository: home },
				file('.eval_results/a.yaml', entry('owl_day', '72.7')),
				file('.eval_results/b.yaml', entry('owl_day', '0.712')),
			),
		);
		const [percent, fraction] = report?.results ?? [];
		expect(percent?.issues).toEqual([]);
		expect(fraction?.issues.map((issue) => issue.code)).toEqual(['scale-mixed']);
		expect(fraction?.valueText).toBe('0.712');
	});

	test("lets no stranger's pull request cast doubt on the owner's number", () => {
		const report = buildReport(
			numbered(
				{ type: 'repository', repository: { ...home, head: oid('a') } },
				file('.eval_results/a.yaml', entry('owl_day', '0.712')),
				file('.eval_results/b.yaml', entry('owl_day', '71.2'), { commit: oid('e'), submission: pull(4, 'open') }),
				file('.eval_results/c.yaml', entry('owl_day', '0.5'), { commit: oid('f'), submission: pull(5, 'open') }),
				file('.eval_results/d.yaml', entry('owl_day', '55'), { commit: oid('f'), submission: pull(5, 'open') }),
			),
		);
		expect(report?.results.map((result) => [result.valueText, result.issues.length])).toEqual([
			['0.712', 0],
			// They contradict the owner's number, which is said of them alone.
			['71.2', 1],
			['0.5', 1],
			['55', 1],
		]);
	});

	test('is the same whether built at once or asked for after every event', () => {
		const events = numbered(
			{ type: 'repository', repository: home },
			file('.eval_results/b.yaml', entry('owl_day', '1')),
			file('.eval_results/a.yaml', entry('owl_nigth', '2')),
			definition,
			{ type: 'benchmark', dataset: 'acme/owl-bench', found: true },
			{ type: 'submissions', total: 2, read: 2 },
			{ type: 'done', at: 9 },
		);
		const builder = reportBuilder();
		for (const event of events) {
			builder.add(event);
			builder.report();
			builder.add(event);
		}
		expect(builder.report()).toEqual(buildReport(events));
		expect(builder.report()?.evidence.map((place) => place.path)).toEqual(['.eval_results/a.yaml', '.eval_results/b.yaml', 'eval.yaml']);
	});

	test('says nothing on this page about the models that its results link to', () => {
		const line = (text: string) =>
			summary(buildReport(numbered({ type: 'repository', repository: home }, file('.eval_results/a.yaml', text)))!);
		const plain = line(entry('owl_day', '60.1', '  source:\n    url: https://arxiv.org/abs/1\n'));
		const linked = line(entry('owl_day', '60.1', '  source:\n    url: https://git.example.org/bad/model-with-broken-scores\n'));
		expect(linked).toEqual(plain);
	});
});
