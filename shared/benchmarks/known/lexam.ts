import type { KnownBenchmark } from '../benchmark.ts';

export const lexam: KnownBenchmark = {
	id: 'LEXam-Benchmark/LEXam',
	name: 'LEXam',
	aliases: ['LEXam'],
	tasks: [
		{ id: 'open_question', items: { value: 2541, source: 'test split: https://huggingface.co/datasets/LEXam-Benchmark/LEXam' } },
		{
			id: 'mcq_4_choices',
			items: { value: 1660, source: 'test split: https://huggingface.co/datasets/LEXam-Benchmark/LEXam' },
			chance: { value: 0.25, source: 'four options: https://huggingface.co/datasets/LEXam-Benchmark/LEXam' },
		},
	],
	tasksComplete: true,
	published: { value: '2025-05', source: 'arXiv:2505.12864' },
	citation: 'arXiv:2505.12864',
};
