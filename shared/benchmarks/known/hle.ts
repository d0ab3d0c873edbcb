import type { KnownBenchmark } from '../benchmark.ts';

export const hle: KnownBenchmark = {
	id: 'cais/hle',
	name: "Humanity's Last Exam",
	aliases: ['HLE', "Humanity's Last Exam"],
	tasks: [
		{
			id: 'hle',
			items: { value: 2500, source: 'https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/hle.html' },
			metric: { value: 'accuracy, graded by a model', source: 'https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/hle.html' },
		},
	],
	tasksComplete: true,
	published: { value: '2025-01', source: 'arXiv:2501.14249' },
	citation: 'arXiv:2501.14249',
};
