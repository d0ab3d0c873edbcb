import type { Problem } from '../hosts/evidence.ts';
import type { Words } from '../messages/words.ts';
import type { Report } from '../report/report.ts';
import { age } from './age.ts';
import type { IconName } from './icons.tsx';

/** What could not be read, in a word or three, for the first line. */
export function problemFact(
	words: Words,
	report: Pick<Report, 'problems' | 'asOf'>,
	now: number,
): { icon: IconName; text: string } | undefined {
	const [first] = report.problems;
	if (!first) return undefined;
	// What concerns the whole surface goes before what concerns a part of it.
	const problem = report.problems.find((each) => WHOLE.has(each.code)) ?? first;
	// While reading goes on there is no time that it ended at.
	if (problem.code === 'offline' && report.asOf > 0)
		return { icon: 'offline', text: words('panel_offline', { age: age(words, report.asOf, now) }) };
	if (problem.code === 'rate-limited' && problem.until !== undefined && problem.until > now)
		return { icon: 'waiting', text: words('panel_waiting', { time: words.time(problem.until, now) }) };
	if (problem.code === 'permission-missing') return { icon: 'lock', text: words('panel_permission') };
	return { icon: problemIcon(problem), text: words.code('panel_not_read', problem.subject) };
}

const WHOLE: ReadonlySet<Problem['code']> = new Set<Problem['code']>(['permission-missing', 'offline', 'rate-limited']);

/** The sign of why something could not be read. */
export function problemIcon(problem: Pick<Problem, 'code'>): IconName {
	switch (problem.code) {
		case 'offline':
			return 'offline';
		case 'rate-limited':
		case 'timeout':
			return 'waiting';
		case 'permission-missing':
		case 'sign-in-needed':
			return 'lock';
		default:
			return 'failed';
	}
}
