import type { KnownBenchmark } from '../benchmark.ts';

export const sweBenchVerified: KnownBenchmark = {
	id: 'SWE-bench/SWE-bench_Verified',
	name: 'SWE-bench Verified',
	aliases: ['SWE-bench Verified', 'princeton-nlp/SWE-bench_Verified', 'swe_bench_verified'],
	tasks: [
		{
			id: 'swe_bench_%_resolved',
			items: { value: 500, source: 'https://huggingface.co/datasets/princeton-nlp/SWE-bench_Verified' },
			metric: {
				value: 'share of issues resolved, by unit tests',
				source: 'https://huggingface.co/datasets/princeton-nlp/SWE-bench_Verified',
			},
		},
	],
	tasksComplete: true,
	published: { value: '2024-08-13', source: 'https://openai.com/index/introducing-swe-bench-verified/' },
	citation: 'https://openai.com/index/introducing-swe-bench-verified/',
};
