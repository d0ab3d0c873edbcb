import type { KnownBenchmark } from '../benchmark.ts';

export const arguana: KnownBenchmark = {
	id: 'mteb/arguana',
	name: 'ArguAna',
	aliases: ['ArguAna', 'BeIR/arguana'],
	tasks: [
		{
			id: 'ArguAna',
			items: {
				value: 1406,
				source: 'test queries: https://github.com/embeddings-benchmark/mteb/blob/main/mteb/tasks/Retrieval/eng/ArguAnaRetrieval.py',
			},
			metric: {
				value: 'ndcg_at_10',
				source: 'https://github.com/embeddings-benchmark/mteb/blob/main/mteb/tasks/Retrieval/eng/ArguAnaRetrieval.py',
			},
		},
		{
			id: 'ArguAna_default_test',
			items: {
				value: 1406,
				source: 'test queries: https://github.com/embeddings-benchmark/mteb/blob/main/mteb/tasks/Retrieval/eng/ArguAnaRetrieval.py',
			},
			metric: {
				value: 'ndcg_at_10',
				source: 'https://github.com/embeddings-benchmark/mteb/blob/main/mteb/tasks/Retrieval/eng/ArguAnaRetrieval.py',
			},
		},
	],
	tasksComplete: true,
	citation: 'arXiv:2104.08663',
};
