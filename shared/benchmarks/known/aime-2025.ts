import type { KnownBenchmark } from '../benchmark.ts';

export const aime2025: KnownBenchmark = {
	id: 'MathArena/aime_2025',
	name: 'AIME 2025',
	aliases: ['AIME 2025', 'aime_2025', 'aime25'],
	tasks: [],
	facts: { items: { value: 30, source: 'https://www.alphaxiv.org/benchmarks/eth-zurich/matharena' } },
	published: { value: '2025', source: 'the competition of that year: https://matharena.ai' },
	citation: 'https://matharena.ai',
};
