import type { KnownBenchmark } from '../benchmark.ts';

/** One dataset of two sets. Facts are those of the Challenge set: ARC-Easy has 2,376 other items. */
export const arc: KnownBenchmark = {
	id: 'allenai/ai2_arc',
	name: 'ARC',
	aliases: ['ARC', 'ARC-Challenge', 'arc_challenge', 'ai2_arc'],
	tasks: [],
	facts: {
		items: { value: 1172, source: 'ARC-Challenge, test split: https://huggingface.co/datasets/allenai/ai2_arc' },
		chance: { value: 0.25, source: 'typically four options: arXiv:1803.05457' },
		metric: {
			value: 'acc, acc_norm',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/arc/arc_easy.yaml',
		},
		direction: { value: 'higher', source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/arc/arc_easy.yaml' },
	},
	published: { value: '2018-03', source: 'arXiv:1803.05457' },
	citation: 'arXiv:1803.05457',
};
