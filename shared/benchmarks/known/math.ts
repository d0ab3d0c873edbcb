import type { KnownBenchmark } from '../benchmark.ts';

/** Not MATH-500, which is a selection of 500 of these items and another benchmark. */
export const math: KnownBenchmark = {
	id: 'hendrycks/competition_math',
	name: 'MATH',
	aliases: ['MATH', 'hendrycks_math', 'EleutherAI/hendrycks_math', 'DigitalLearningGmbH/MATH-lighteval'],
	tasks: [],
	facts: {
		items: { value: 5000, source: 'test split: arXiv:2103.03874' },
		metric: {
			value: 'exact_match',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/hendrycks_math/hendrycks_math_algebra.yaml',
		},
		direction: {
			value: 'higher',
			source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/hendrycks_math/hendrycks_math_algebra.yaml',
		},
	},
	published: { value: '2021-03', source: 'arXiv:2103.03874' },
	citation: 'arXiv:2103.03874',
};
