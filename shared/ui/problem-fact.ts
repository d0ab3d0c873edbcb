import type { Problem } from '../hosts/evidence.ts';
import type { Words } from '../messages/words.ts';
import type { Report } from '../report/report.ts';
import { age } from './age.ts';
import type { IconName } from './icons.tsx';

export interface ProblemWords {
	readonly icon: IconName;
	/** What could not be read. */
	readonly what: string;
	/** Why. */
	readonly why: string;
	/** What may be missing from what is shown. */
	readonly shown: string;
	/** From when it makes sense to ask again. */
	readonly until?: string;
}

/** What could not be read, why, and what is shown meanwhile. */
export function problemWords(words: Words, problem: Problem, report: Pick<Report, 'repository'>, now: number): ProblemWords {
	const { repository } = report;
	const params = {
		repository: repository.path,
		path: words('state_a_file'),
		dataset: words('state_a_benchmark'),
		...problem.params,
		origin: host(String(problem.params.origin ?? repository.origin)),
		// A status is a name, not an amount.
		status: String(problem.params.status ?? ''),
	};
	const { reason } = problem.params;
	const why =
		(reason !== undefined && words.code('state', problem.code, params, `_${reason}`)) ||
		(params.status && words.code('state', problem.code, params, '_status')) ||
		words.code('state', problem.code, params);
	return {
		icon: icon(problem),
		what: words.code('state_subject', problem.subject, params),
		why,
		shown: words.code('state_shown', problem.subject, params),
		...(problem.until !== undefined && problem.until > now
			? { until: words('state_until', { time: words.time(problem.until, now) }) }
			: {}),
	};
}

/** The same in a word or three, for the first line. */
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
	return { icon: icon(problem), text: words.code('panel_not_read', problem.subject) };
}

const WHOLE: ReadonlySet<Problem['code']> = new Set<Problem['code']>(['permission-missing', 'offline', 'rate-limited']);

function icon(problem: Problem): IconName {
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

const host = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);
