import type { KnownBenchmark } from '../benchmark.ts';

export const gsm8k: KnownBenchmark = {
	id: 'openai/gsm8k',
	name: 'GSM8K',
	aliases: ['gsm8k'],
	tasks: [
		{
			id: 'gsm8k',
			items: { value: 1319, source: 'test split: https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/gsm8k.html' },
			metric: {
				value: 'exact_match',
				source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/gsm8k/gsm8k.yaml',
			},
			direction: {
				value: 'higher',
				source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/gsm8k/gsm8k.yaml',
			},
		},
	],
	published: { value: '2021-10', source: 'arXiv:2110.14168' },
	citation: 'arXiv:2110.14168',
};
