import type { Words } from '../../shared/messages/words.ts';
import type { EvidencePlace } from '../../shared/report/report.ts';
import type { EvalResult } from '../../shared/results/result.ts';
import { clipped, visible } from './visible.ts';

/** Longest value and benchmark name on a line, in characters; `--json` has them whole. */
const VALUE = 24;
const NAME = 60;

export const valueCell = ({ valueText }: EvalResult, words: Words): string =>
	valueText === undefined ? words('cli_no_value') : clipped(valueText, VALUE);

export function benchmarkCell({ dataset }: EvalResult, words: Words): string {
	const name = [dataset.id ?? words('cli_no_dataset'), ...(dataset.taskId === undefined ? [] : [dataset.taskId])].join(' · ');
	return clipped(name, NAME);
}

/** File, line, and the commit where one is known. */
export function placeCell({ line }: EvalResult, file: string, place: EvidencePlace | undefined): string {
	const commit = place === undefined || /^0+$/.test(place.commit) ? '' : `@${place.commit.slice(0, 7)}`;
	return `${visible(file)}:${line}${commit}`;
}
