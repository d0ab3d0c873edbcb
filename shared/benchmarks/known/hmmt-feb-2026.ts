import type { KnownBenchmark } from '../benchmark.ts';

export const hmmtFeb2026: KnownBenchmark = {
	id: 'MathArena/hmmt_feb_2026',
	name: 'HMMT February 2026',
	aliases: ['HMMT Feb 2026', 'hmmt_feb_2026', 'hmmt26'],
	tasks: [
		{ id: 'MathArena/hmmt_feb_2026', items: { value: 33, source: 'https://evalscope.readthedocs.io/en/latest/benchmarks/hmmt26.html' } },
	],
	published: {
		value: '2026-02',
		source: 'the competition of that month: https://evalscope.readthedocs.io/en/latest/benchmarks/hmmt26.html',
	},
	citation: 'https://matharena.ai',
};
