import type { Problem } from '../../shared/hosts/evidence.ts';
import { problemWords } from '../../shared/messages/problem-words.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { Report } from '../../shared/report/report.ts';

/** What could not be read, and why, in one line. */
export function problemText(problem: Problem, report: Pick<Report, 'repository'>, words: Words, now: number): string {
	const { what, why, until = '' } = problemWords(words, problem, report, now);
	return [what, why, until].filter((part) => part !== '').join(' ');
}
