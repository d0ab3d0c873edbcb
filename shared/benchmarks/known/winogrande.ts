import type { KnownBenchmark } from '../benchmark.ts';

export const winogrande: KnownBenchmark = {
	id: 'allenai/winogrande',
	name: 'WinoGrande',
	aliases: ['WinoGrande'],
	tasks: [],
	facts: {
		items: { value: 1267, source: 'validation split: https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/winogrande.html' },
		chance: { value: 0.5, source: 'two options: https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/winogrande.html' },
		metric: { value: 'acc', source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/winogrande/default.yaml' },
		direction: {
			value: 'higher',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/winogrande/default.yaml',
		},
	},
	published: { value: '2019-07', source: 'arXiv:1907.10641' },
	citation: 'arXiv:1907.10641',
};
