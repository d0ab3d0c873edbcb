import type { KnownBenchmark } from '../benchmark.ts';

export const humaneval: KnownBenchmark = {
	id: 'openai/openai_humaneval',
	name: 'HumanEval',
	aliases: ['HumanEval', 'openai_humaneval'],
	tasks: [],
	facts: {
		items: { value: 164, source: 'https://huggingface.co/datasets/openai/openai_humaneval' },
		metric: {
			value: 'pass@k',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/humaneval/humaneval.yaml',
		},
		direction: {
			value: 'higher',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/humaneval/humaneval.yaml',
		},
	},
	published: { value: '2021-07', source: 'arXiv:2107.03374' },
	citation: 'arXiv:2107.03374',
};
