import { type Issue, type IssueCode, issue } from './issue.ts';
import type { EvalResult } from './result.ts';

/**
 * What makes the Hub drop a whole file. Its rules are not published; these are the documented requirements, and the one refusal
 * that is on record ("Invalid input: expected string, received null → at [18].source.url", huggingface_hub #4924).
 */
const REFUSED: ReadonlySet<IssueCode> = new Set<IssueCode>([
	'yaml-syntax',
	'yaml-duplicate-key',
	'missing-dataset-id',
	'missing-task-id',
	'missing-value',
	'value-not-a-number',
	'value-as-text',
	'value-not-finite',
	'source-without-url',
	'wrong-type',
]);

/** One finding about the file if the Hub shows none of it because of some entries, which it names. */
export function hubRejects(results: readonly EvalResult[]): readonly Issue[] {
	const causes = results.flatMap((result) => result.issues.find(({ code }) => REFUSED.has(code)) ?? []);
	const [first] = causes;
	if (!first) return [];
	const params = { count: causes.length, total: results.length, line: String(first.line) };
	return [issue('hub-rejects-file', first.pointer, first, params)];
}
