import type { KnownBenchmark } from '../benchmark.ts';

export const sweBenchMultilingual: KnownBenchmark = {
	id: 'SWE-bench/SWE-bench_Multilingual',
	name: 'SWE-bench Multilingual',
	aliases: ['SWE-bench Multilingual'],
	tasks: [{ id: 'swe_bench_multilingual_%_resolved', items: { value: 300, source: 'https://www.swebench.com/multilingual.html' } }],
	citation: 'https://www.swebench.com/multilingual.html',
};
