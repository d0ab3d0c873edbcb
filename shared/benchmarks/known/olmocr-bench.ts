import type { KnownBenchmark } from '../benchmark.ts';

/** Its tests are unit tests on 1,400 PDFs; how many there are per task was not confirmed. */
export const olmocrBench: KnownBenchmark = {
	id: 'allenai/olmOCR-bench',
	name: 'olmOCR-bench',
	aliases: ['olmOCR-bench'],
	tasks: [
		{ id: 'overall' },
		{ id: 'arxiv_math' },
		{ id: 'old_scans_math' },
		{ id: 'table_tests' },
		{ id: 'old_scans' },
		{ id: 'multi_column' },
		{ id: 'long_tiny_text' },
		{ id: 'headers_footers' },
		{ id: 'baseline' },
	],
	tasksComplete: true,
	published: { value: '2025-02', source: 'arXiv:2502.18443' },
	citation: 'arXiv:2502.18443',
};
