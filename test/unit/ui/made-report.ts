import type { Benchmark } from '../../../shared/benchmarks/benchmark.ts';
import type { Problem, Repository, Submission } from '../../../shared/hosts/evidence.ts';
import type { EvidencePlace, Report } from '../../../shared/report/report.ts';
import type { Issue } from '../../../shared/results/issue.ts';
import type { EvalResult } from '../../../shared/results/result.ts';
import { assess } from '../../../shared/trust/assess.ts';

/** Reports made up for looking at and for tests: every repository, person and score is invented. */

export const NOW = Date.UTC(2026, 3, 5, 14, 40);
const COMMIT = '4f1c9e2a7b6d5c4e3f2a1b0c9d8e7f6a5b4c3d2e';

export const repository = {
	id: 'https://git.example.org/lumen-labs/Kestrel-32B-Instruct',
	host: 'git',
	origin: 'https://git.example.org',
	path: 'lumen-labs/Kestrel-32B-Instruct',
	kind: 'model',
	url: 'https://git.example.org/lumen-labs/Kestrel-32B-Instruct',
	head: COMMIT as NonNullable<Repository['head']>, // an object id of the right form
	defaultBranch: 'main',
} satisfies Repository;

export const place = (path: string, more: Partial<EvidencePlace> = {}): EvidencePlace => ({
	id: `${repository.id}@${more.commit ?? COMMIT}:.eval_results/${path}`,
	path: `.eval_results/${path}`,
	ref: more.submission ? `refs/pull/${more.submission.number}/head` : 'refs/heads/main',
	commit: COMMIT,
	blob: '0'.repeat(40),
	url: `${repository.url}/blob/${COMMIT}/.eval_results/${path}`,
	issues: [],
	...more,
});

export const pull = (number: number, state: Submission['state'], more: Partial<Submission> = {}): Submission => ({
	number,
	state,
	url: `${repository.url}/pulls/${number}`,
	...more,
});

export const issue = (code: Issue['code'], severity: Issue['severity'], line: number, params: Issue['params'] = {}): Issue => ({
	code,
	severity,
	pointer: '/0',
	line,
	column: 14,
	params,
});

export type ResultPart = Partial<Omit<EvalResult, 'id' | 'kind' | 'evidence' | 'index'>>;

export interface MadeFile {
	readonly place: EvidencePlace;
	readonly results: readonly ResultPart[];
}

/** A report of these files, with the badges that the product gives. */
export function madeReport(files: readonly MadeFile[], more: Partial<Report> = {}): Report {
	const benchmarks = more.benchmarks ?? knownBenchmarks;
	const results: EvalResult[] = [];
	const assessments = files.flatMap(({ place, results: parts }) =>
		parts.map((part, index) => {
			const result: EvalResult = {
				id: `${place.id}#${index}`,
				kind: 'eval-results',
				evidence: place.id,
				index,
				line: index * 6 + 1,
				dataset: {},
				issues: [],
				...part,
			};
			results.push(result);
			const benchmark = benchmarks.find((each) => each.dataset.toLowerCase() === result.dataset.id?.toLowerCase());
			return assess(result, { repository, ...(place.submission && { submission: place.submission }), ...(benchmark && { benchmark }) });
		}),
	);
	const numbers = new Set(files.flatMap(({ place }) => place.submission?.number ?? []));
	return {
		seq: 1,
		repository,
		results,
		assessments,
		benchmarks,
		conflicts: [],
		boards: [],
		seen: [],
		gone: [],
		evidence: files.map((file) => file.place),
		submissions: { total: numbers.size, read: numbers.size },
		problems: [],
		state: 'complete',
		asOf: NOW - 2 * 60_000,
		...more,
	};
}

const fact = <T>(value: T) => ({ value, source: 'https://arxiv.org/abs/2311.12022' });

export const knownBenchmarks: readonly Benchmark[] = [
	{
		dataset: 'cais/hle',
		known: { id: 'cais/hle', name: 'Humanity’s Last Exam', aliases: [], tasks: [{ id: 'hle', items: fact(2500) }] },
		definition: {
			name: 'HLE',
			framework: 'inspect-ai',
			issues: [],
			tasks: [
				{
					id: 'hle',
					config: 'default',
					split: 'test',
					solvers: [{ name: 'generate', args: {}, line: 12 }],
					scorers: [{ name: 'model_graded_fact', args: { model: 'openai/o3-mini' }, line: 15 }],
					epochs: 1,
					line: 5,
				},
			],
		},
		evidence: `https://git.example.org/datasets/cais/hle@${COMMIT}:eval.yaml`,
	},
	{
		dataset: 'Idavidrein/gpqa',
		known: {
			id: 'Idavidrein/gpqa',
			name: 'GPQA',
			aliases: [],
			tasks: [{ id: 'diamond', items: fact(198), chance: fact(0.25), metric: fact('accuracy'), direction: fact('higher') }],
			published: fact('2023-11-20'),
		},
	},
	{ dataset: 'TIGER-Lab/MMLU-Pro', known: { id: 'TIGER-Lab/MMLU-Pro', name: 'MMLU-Pro', aliases: [], tasks: [{ id: 'mmlu_pro' }] } },
];

const hle = { id: 'cais/hle', taskId: 'hle' };
const gpqa = { id: 'Idavidrein/gpqa', taskId: 'diamond' };
const mmluPro = { id: 'TIGER-Lab/MMLU-Pro', taskId: 'mmlu_pro' };
const ownCard = { url: 'https://huggingface.co/lumen-labs/Kestrel-32B-Instruct', name: 'Model card' };

/** One of everything that step 1 can say. */
export const everything = (): Report =>
	madeReport([
		{
			place: place('hle.yaml'),
			results: [
				{
					dataset: { ...hle, revision: '5a81a4c7271a2a2a312b9a690f0c2fde837e4c29' },
					valueText: '24.8',
					value: 24.8,
					date: '2026-03-11',
					notes: 'No tools',
					source: { url: 'https://huggingface.co/datasets/lumen-labs/eval-logs/blob/main/hle.eval' },
					verifyToken: 'ey.x.y',
				},
				{ dataset: hle, valueText: '38.1', value: 38.1, date: '2026-03-02', notes: 'With tools', source: ownCard },
			],
		},
		{
			place: place('gpqa_diamond.yaml'),
			results: [{ dataset: gpqa, valueText: '72.70', value: 72.7, date: '2026-03-11', source: ownCard }],
		},
		{
			place: place('gpqa.yaml', { commit: 'b7'.repeat(20), submission: pull(14, 'open', { author: 'm-okafor' }) }),
			results: [
				{
					dataset: gpqa,
					valueText: '69.2',
					value: 69.2,
					date: '2026-03-29',
					notes: '0-shot, chain of thought',
					source: { url: 'https://git.example.org/m-okafor/runs/logs/gpqa.json' },
				},
			],
		},
		{
			place: place('gpqa.yaml', { commit: 'c8'.repeat(20), submission: pull(15, 'unknown') }),
			results: [{ dataset: gpqa, valueText: '70.1', value: 70.1, date: '2026-03-30' }],
		},
		{
			place: place('old/gpqa-results-imported-from-card.yaml'),
			results: [
				{
					dataset: { id: 'Idavidrein/gpqa', taskId: 'gpqa_diamond' },
					line: 7,
					valueText: '0.712',
					value: 0.712,
					notes: '5-shot',
					source: { url: 'https://huggingface.co/other-lab/Heron-8x22B' },
					issues: [
						issue('unknown-task-id', 'warning', 9, {
							task: 'gpqa_diamond',
							dataset: 'Idavidrein/gpqa',
							nearest: 'diamond',
							suggestion: 'diamond',
						}),
						issue('scale-mixed', 'warning', 10, { value: '0.712', other: '72.70', dataset: 'Idavidrein/gpqa' }),
					],
				},
			],
		},
		{
			place: place('mmlu_pro.yaml', { commit: 'd9'.repeat(20), submission: pull(9, 'closed', { author: 'northgate-research' }) }),
			results: [
				{
					dataset: mmluPro,
					valueText: '81.0',
					value: 81,
					date: '2026-02-20',
					notes: '5-shot CoT, vLLM 0.9, FP8',
					source: { url: 'https://northgate.example/blog' },
				},
			],
		},
		{
			place: place('broken.yaml', {
				issues: [issue('hub-rejects-file', 'warning', 1, { path: 'broken.yaml', count: 1, total: 2, line: 7 })],
			}),
			results: [
				{ dataset: mmluPro, valueText: '78.3', value: 78.3, date: '2026-03-02' },
				{ dataset: mmluPro, issues: [issue('missing-value', 'error', 7)] },
			],
		},
	]);

/** That many results on that many benchmarks. */
export const many = (count: number, benchmarks: number): Report =>
	madeReport(
		Array.from({ length: benchmarks }, (_, file) => ({
			place: place(`bench-${file}.yaml`),
			results: Array.from({ length: Math.ceil((count - file) / benchmarks) }, (_, index) => ({
				dataset: { id: `made-up/bench-${file}`, taskId: `task_${index}` },
				valueText: `${(index * 7 + file) % 100}.${index % 10}`,
				date: '2026-01-01',
				notes: 'Made up',
				source: ownCard,
			})),
		})),
	);

export const problem = (code: Problem['code'], subject: Problem['subject'], more: Partial<Problem> = {}): Problem => ({
	code,
	subject,
	params: { origin: repository.origin },
	...more,
});
