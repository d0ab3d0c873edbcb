import type { Words } from '../../shared/messages/words.ts';
import type { Target } from '../targets/target.ts';
import type { Paint } from './paint.ts';
import { printCheck } from './print-check.ts';
import { printReport } from './print-report.ts';
import { problemText } from './problem-text.ts';
import { clipped, visible } from './visible.ts';

const LONGEST = 200;
const MEBIBYTE = 1024 * 1024;

/** What a person is told of one target; `quiet`, where the results go elsewhere, only what was not read or does not fit. */
export function printTarget(target: Target, quiet: boolean, words: Words, paint: Paint, now: number): readonly string[] {
	const name = visible(target.name);
	switch (target.kind) {
		case 'read': {
			const check = target.check && (!quiet || target.check.problems.length > 0) ? printCheck(target.name, target.check, words, paint) : [];
			if (quiet) {
				const missing = target.reports.flatMap((report) =>
					report.problems.map((problem) => `${name}: ${visible(problemText(problem, report, words, now))}`),
				);
				return [...check, ...missing];
			}
			const reports = target.reports.flatMap((report) => [
				...printReport(report, target.folders?.get(report.repository.id) ?? '', words, paint, now),
				'',
			]);
			return [...check, ...reports].slice(0, check.length + Math.max(0, reports.length - 1));
		}
		case 'empty':
			return [words('cli_empty', { name })];
		case 'missing':
			return [words('cli_missing', { name })];
		case 'not-a-file':
			return [words('cli_not_a_file', { name })];
		case 'too-large':
			return [words('cli_too_large', { name, limit: target.limit / MEBIBYTE })];
		case 'unreadable':
			return [words('cli_unreadable', { name, detail: visible(target.detail) })];
		case 'refused': {
			const { code, params } = target.reason;
			const short = Object.fromEntries(
				Object.entries(params).map(([key, value]) => [key, typeof value === 'number' ? value : clipped(value, LONGEST)]),
			);
			return [`${name}: ${words.code('export_refused', code, short)}`];
		}
		default:
			return target satisfies never;
	}
}
