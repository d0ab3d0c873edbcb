import type { KnownBenchmark } from '../benchmark.ts';

export const gpqa: KnownBenchmark = {
	id: 'Idavidrein/gpqa',
	name: 'GPQA',
	aliases: ['GPQA', 'GPQA Diamond', 'gpqa_diamond'],
	tasks: [
		{
			id: 'diamond',
			name: 'GPQA Diamond',
			items: { value: 198, source: 'https://evalscope.readthedocs.io/en/v1.6.0/benchmarks/gpqa_diamond.html' },
			chance: { value: 0.25, source: 'four options: https://huggingface.co/docs/leaderboards/open_llm_leaderboard/normalization' },
			metric: {
				value: 'acc',
				source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/gpqa/zeroshot/_gpqa_zeroshot_yaml',
			},
			direction: {
				value: 'higher',
				source: 'https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/tasks/gpqa/zeroshot/_gpqa_zeroshot_yaml',
			},
		},
	],
	tasksComplete: true,
	published: { value: '2023-11', source: 'arXiv:2311.12022' },
	citation: 'arXiv:2311.12022',
};
