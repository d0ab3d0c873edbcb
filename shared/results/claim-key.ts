import type { EvalResult } from './result.ts';

/**
 * What makes two results the same claim wherever they stand: benchmark, task, metric, value, date and source, as written. `undefined`
 * for one that says too little to be recognised: without a date and a source any two models may share a round number.
 */
export function claimKey({ dataset, metric, valueText, date, source }: EvalResult): string | undefined {
	if (dataset.id === undefined || valueText === undefined || (date === undefined && source?.url === undefined)) return undefined;
	return JSON.stringify([dataset.id.toLowerCase(), dataset.taskId ?? null, metric ?? null, valueText, date ?? null, source?.url ?? null]);
}
