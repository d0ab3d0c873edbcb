import type { KnownBenchmark } from '../benchmark.ts';

export const terminalBench2: KnownBenchmark = {
	id: 'harborframework/terminal-bench-2.0',
	name: 'Terminal-Bench 2.0',
	aliases: ['Terminal-Bench 2.0'],
	tasks: [{ id: 'terminalbench_2', items: { value: 89, source: 'arXiv:2601.11868' } }],
	tasksComplete: true,
	citation: 'arXiv:2601.11868',
};
