import type { KnownBenchmark } from '../benchmark.ts';

export const terminalBenchScience: KnownBenchmark = {
	id: 'harborframework/terminal-bench-science',
	name: 'Terminal-Bench Science',
	aliases: ['Terminal-Bench Science'],
	tasks: [{ id: 'terminalbenchscience_0_1' }],
	citation: 'https://github.com/harbor-framework/terminal-bench-science',
};
