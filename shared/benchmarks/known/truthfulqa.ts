import type { KnownBenchmark } from '../benchmark.ts';

/** The number of options differs between items, so that one chance level would be wrong. */
export const truthfulqa: KnownBenchmark = {
	id: 'truthfulqa/truthful_qa',
	name: 'TruthfulQA',
	aliases: ['TruthfulQA', 'truthful_qa'],
	tasks: [],
	facts: {
		items: { value: 817, source: 'https://huggingface.co/datasets/truthfulqa/truthful_qa' },
		metric: {
			value: 'acc',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/truthfulqa/truthfulqa_mc2.yaml',
		},
		direction: {
			value: 'higher',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/truthfulqa/truthfulqa_mc2.yaml',
		},
	},
	published: { value: '2021-09', source: 'arXiv:2109.07958' },
	citation: 'arXiv:2109.07958',
};
