import type { KnownBenchmark } from '../benchmark.ts';

/** The number of items is left out: ucinlp/drop counts 9,535 in its validation split and the TensorFlow catalogue 9,536. */
export const drop: KnownBenchmark = {
	id: 'ucinlp/drop',
	name: 'DROP',
	aliases: ['DROP', 'EleutherAI/drop'],
	tasks: [],
	facts: {
		metric: { value: 'f1', source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/drop/default.yaml' },
		direction: { value: 'higher', source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/drop/default.yaml' },
	},
	published: { value: '2019-03', source: 'arXiv:1903.00161' },
	citation: 'arXiv:1903.00161',
};
