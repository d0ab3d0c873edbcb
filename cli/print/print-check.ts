import type { ExportCheck, ExportProblem } from '../../shared/exports/verify-export.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { Paint } from './paint.ts';
import { clipped, visible } from './visible.ts';

const LONGEST = 120;

/** How an export fits together, as lines: what was hashed and followed here, then every place that does not fit. */
export function printCheck(name: string, check: ExportCheck, words: Words, paint: Paint): readonly string[] {
	return [
		`${visible(name)}: ${words.plural('export_rehashed', check.rehashed)}, ${words.plural('export_proven', check.proven)}`,
		...(check.stated.length > 0 ? [`  ${words.plural('export_stated', check.stated.length)}`] : []),
		...(check.unproven.length > 0 ? [`  ${words.plural('export_unproven', check.unproven.length)}`] : []),
		...check.problems.map(
			(problem) => `  ${paint('error', words('cli_severity_error'))}  ${visible(problem.pointer)}  ${problemSentence(problem, words)}`,
		),
	];
}

/** One place that does not fit. Its parameters are text from the file, of any length. */
function problemSentence({ code, params }: ExportProblem, words: Words): string {
	const short = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, clipped(String(value), LONGEST)]));
	return words.code('export_problem', code, short) || code;
}
