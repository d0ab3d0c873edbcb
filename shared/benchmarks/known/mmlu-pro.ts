import type { KnownBenchmark } from '../benchmark.ts';

export const mmluPro: KnownBenchmark = {
	id: 'TIGER-Lab/MMLU-Pro',
	name: 'MMLU-Pro',
	aliases: ['MMLU-Pro', 'mmlu_pro'],
	tasks: [
		{
			id: 'mmlu_pro',
			items: { value: 12032, source: 'test split: https://huggingface.co/datasets/TIGER-Lab/MMLU-Pro' },
			chance: {
				value: 0.1,
				source: 'up to ten options: https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/mmlu_pro.html',
			},
			metric: {
				value: 'exact_match',
				source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/mmlu_pro/_default_template_yaml',
			},
			direction: {
				value: 'higher',
				source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/mmlu_pro/_default_template_yaml',
			},
		},
	],
	published: { value: '2024-06', source: 'arXiv:2406.01574' },
	citation: 'arXiv:2406.01574',
};
