import type { Words } from '../../shared/messages/words.ts';
import type { Report } from '../../shared/report/report.ts';
import type { Paint } from './paint.ts';
import { problemText } from './problem-text.ts';
import { visible } from './visible.ts';

/** What could not be read of a repository, a line each. */
export const notReadLines = (report: Report, words: Words, paint: Paint, now: number): readonly string[] =>
	report.problems.map((problem) => `  ${paint('warning', words('cli_not_read'))}  ${visible(problemText(problem, report, words, now))}`);
