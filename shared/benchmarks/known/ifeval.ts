import type { KnownBenchmark } from '../benchmark.ts';

export const ifeval: KnownBenchmark = {
	id: 'google/IFEval',
	name: 'IFEval',
	aliases: ['IFEval', 'HuggingFaceH4/ifeval', 'wis-k/instruction-following-eval'],
	tasks: [],
	facts: {
		items: { value: 541, source: 'prompts: https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/ifeval.html' },
		metric: {
			value: 'prompt-level strict accuracy, one of four',
			source: 'https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/ifeval.html',
		},
		direction: {
			value: 'higher',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/ifeval/ifeval.yaml',
		},
	},
	published: { value: '2023-11', source: 'arXiv:2311.07911' },
	citation: 'arXiv:2311.07911',
};
