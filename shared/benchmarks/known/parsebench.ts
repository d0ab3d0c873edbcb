import type { KnownBenchmark } from '../benchmark.ts';

/** Its sources say "about 2,000 pages": no exact number, so none here. */
export const parsebench: KnownBenchmark = {
	id: 'llamaindex/ParseBench',
	name: 'ParseBench',
	aliases: ['ParseBench'],
	tasks: [{ id: 'mean' }],
	published: { value: '2026-04', source: 'arXiv:2604.08538' },
	citation: 'arXiv:2604.08538',
};
