import type { KnownBenchmark } from '../benchmark.ts';

export const aime2026: KnownBenchmark = {
	id: 'MathArena/aime_2026',
	name: 'AIME 2026',
	aliases: ['AIME 2026', 'aime_2026', 'aime26'],
	tasks: [
		{
			id: 'MathArena/aime_2026',
			items: { value: 30, source: 'two parts of 15 questions: https://huggingface.co/datasets/MathArena/aime_2026/blob/main/eval.yaml' },
			metric: { value: 'acc', source: 'https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/aime26.html' },
			direction: { value: 'higher', source: 'https://huggingface.co/api/datasets/MathArena/aime_2026/leaderboard, lower_is_better: false' },
		},
	],
	tasksComplete: true,
	published: { value: '2026', source: 'the competition of that year: https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/aime26.html' },
	citation: 'https://matharena.ai',
};
