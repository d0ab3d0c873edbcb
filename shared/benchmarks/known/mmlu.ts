import type { KnownBenchmark } from '../benchmark.ts';

export const mmlu: KnownBenchmark = {
	id: 'cais/mmlu',
	name: 'MMLU',
	aliases: ['MMLU', 'hendrycks_test', 'lukaemon/mmlu', 'lighteval/mmlu'],
	tasks: [],
	facts: {
		items: { value: 14042, source: 'test split: https://huggingface.co/datasets/cais/mmlu' },
		chance: { value: 0.25, source: 'four options: arXiv:2009.03300' },
		metric: {
			value: 'acc',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/mmlu/default/_default_template_yaml',
		},
		direction: {
			value: 'higher',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/mmlu/default/_default_template_yaml',
		},
	},
	published: { value: '2020-09', source: 'arXiv:2009.03300' },
	labelErrors: { value: 0.0649, source: 'estimate of MMLU-Redux, arXiv:2406.04127' },
	citation: 'arXiv:2009.03300',
};
