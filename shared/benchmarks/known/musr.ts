import type { KnownBenchmark } from '../benchmark.ts';

/** Only the task that was seen in an eval.yaml; the data set has 756 items in three domains. */
export const musr: KnownBenchmark = {
	id: 'OpenEvals/MuSR',
	name: 'MuSR',
	aliases: ['MuSR', 'TAUR-Lab/MuSR'],
	tasks: [
		{
			id: 'musr:murder_mysteries',
			items: { value: 250, source: 'https://ukgovernmentbeis.github.io/inspect_evals/evals/reasoning/musr/' },
			chance: { value: 0.5, source: 'two options: https://huggingface.co/docs/leaderboards/open_llm_leaderboard/normalization' },
			metric: {
				value: 'acc_norm',
				source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/leaderboard/musr/_template_yaml',
			},
			direction: {
				value: 'higher',
				source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/leaderboard/musr/_template_yaml',
			},
		},
	],
	facts: { items: { value: 756, source: 'https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/musr.html' } },
	published: { value: '2023-10', source: 'arXiv:2310.16049' },
	citation: 'arXiv:2310.16049',
};
