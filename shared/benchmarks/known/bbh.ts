import type { KnownBenchmark } from '../benchmark.ts';

/** Its 27 subtasks have different numbers of options, and some none: no one chance level. */
export const bbh: KnownBenchmark = {
	id: 'lukaemon/bbh',
	name: 'BIG-Bench Hard',
	aliases: ['BBH', 'BIG-Bench Hard', 'evalscope/bbh'],
	tasks: [],
	facts: {
		items: { value: 6511, source: 'https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/bbh.html' },
		metric: {
			value: 'exact_match',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/bbh/cot_fewshot/_cot_fewshot_template_yaml',
		},
		direction: {
			value: 'higher',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/bbh/cot_fewshot/_cot_fewshot_template_yaml',
		},
	},
	published: { value: '2022-10', source: 'arXiv:2210.09261' },
	citation: 'arXiv:2210.09261',
};
