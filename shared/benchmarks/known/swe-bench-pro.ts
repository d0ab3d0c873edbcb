import type { KnownBenchmark } from '../benchmark.ts';

export const sweBenchPro: KnownBenchmark = {
	id: 'ScaleAI/SWE-bench_Pro',
	name: 'SWE-bench Pro',
	aliases: ['SWE-bench Pro'],
	tasks: [{ id: 'SWE_Bench_Pro', name: 'Public set', items: { value: 731, source: 'public set: arXiv:2509.16941' } }],
	published: { value: '2025-09', source: 'arXiv:2509.16941' },
	citation: 'arXiv:2509.16941',
};
