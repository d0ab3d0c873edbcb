import type { KnownBenchmark } from '../benchmark.ts';

export const hellaswag: KnownBenchmark = {
	id: 'Rowan/hellaswag',
	name: 'HellaSwag',
	aliases: ['HellaSwag'],
	tasks: [],
	facts: {
		items: { value: 10042, source: 'validation split: https://www.tensorflow.org/datasets/catalog/hellaswag' },
		chance: { value: 0.25, source: 'four endings: arXiv:1905.07830' },
		metric: {
			value: 'acc, acc_norm',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/hellaswag/hellaswag.yaml',
		},
		direction: {
			value: 'higher',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/hellaswag/hellaswag.yaml',
		},
	},
	published: { value: '2019-05', source: 'arXiv:1905.07830' },
	citation: 'arXiv:1905.07830',
};
