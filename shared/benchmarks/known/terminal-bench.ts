import type { KnownBenchmark } from '../benchmark.ts';

/** Another release than Terminal-Bench 2.0; nothing but its task id is known here. */
export const terminalBench: KnownBenchmark = {
	id: 'harborframework/terminal-bench',
	name: 'Terminal-Bench',
	aliases: ['Terminal-Bench'],
	tasks: [{ id: 'terminalbench_4' }],
};
