import type { KnownBenchmark } from '../benchmark.ts';

export const ifstruct: KnownBenchmark = {
	id: 'LiquidAI/ifstruct-v1.0',
	name: 'IFStruct v1.0',
	aliases: ['IFStruct'],
	tasks: [
		{
			id: 'ifstruct_v1',
			items: { value: 2000, source: 'https://huggingface.co/datasets/LiquidAI/ifstruct-v1.0' },
			metric: { value: 'pass rate: every structural constraint met', source: 'https://huggingface.co/datasets/LiquidAI/ifstruct-v1.0' },
		},
	],
	citation: 'https://huggingface.co/datasets/LiquidAI/ifstruct-v1.0',
};
