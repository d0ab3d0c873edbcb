import type { KnownBenchmark } from '../benchmark.ts';

/** Two tasks of one benchmark with opposite directions; it has more tasks, one per data set. */
export const openAsrLeaderboard: KnownBenchmark = {
	id: 'hf-audio/open-asr-leaderboard',
	name: 'Open ASR Leaderboard',
	aliases: ['Open ASR Leaderboard'],
	tasks: [
		{
			id: 'mean_wer',
			name: 'Mean word error rate',
			metric: { value: 'word error rate', source: 'https://huggingface.co/spaces/hf-audio/open_asr_leaderboard/blob/main/constants.py' },
			direction: { value: 'lower', source: 'https://huggingface.co/spaces/hf-audio/open_asr_leaderboard/blob/main/constants.py' },
		},
		{
			id: 'rtfx',
			name: 'Inverse real-time factor',
			metric: {
				value: 'inverse real-time factor',
				source: 'https://huggingface.co/spaces/hf-audio/open_asr_leaderboard/blob/main/constants.py',
			},
			direction: { value: 'higher', source: 'https://huggingface.co/spaces/hf-audio/open_asr_leaderboard/blob/main/constants.py' },
		},
	],
	published: { value: '2025-10', source: 'arXiv:2510.06961' },
	citation: 'arXiv:2510.06961',
};
