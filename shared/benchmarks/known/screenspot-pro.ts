import type { KnownBenchmark } from '../benchmark.ts';

/** The number of items is left out: sources say 1,581 and 1,585. */
export const screenspotPro: KnownBenchmark = {
	id: 'likaixin/ScreenSpot-Pro',
	name: 'ScreenSpot-Pro',
	aliases: ['ScreenSpot-Pro'],
	tasks: [{ id: 'overall' }],
	published: { value: '2025-04', source: 'arXiv:2504.07981' },
	citation: 'arXiv:2504.07981',
};
