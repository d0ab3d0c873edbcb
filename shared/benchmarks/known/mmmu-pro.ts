import type { KnownBenchmark } from '../benchmark.ts';

/** Items have up to ten options, not all of them ten: the chance level was not confirmed. */
export const mmmuPro: KnownBenchmark = {
	id: 'MMMU/MMMU_Pro',
	name: 'MMMU-Pro',
	aliases: ['MMMU-Pro'],
	tasks: [
		{
			id: 'mmmu_pro_vision',
			name: 'Vision input',
			items: { value: 1730, source: 'https://github.com/UKGovernmentBEIS/inspect_evals/pull/982' },
		},
	],
	published: { value: '2024-09', source: 'arXiv:2409.02813' },
	citation: 'arXiv:2409.02813',
};
