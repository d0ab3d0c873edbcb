import type { Problem } from '../../shared/hosts/evidence.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { Report } from '../../shared/report/report.ts';

/** What could not be read, and why, in one line. */
export function problemText(problem: Problem, { repository }: Pick<Report, 'repository'>, words: Words, now: number): string {
	const origin = String(problem.params.origin ?? repository.origin);
	const params = {
		repository: repository.path,
		path: words('state_a_file'),
		dataset: words('state_a_benchmark'),
		...problem.params,
		origin: URL.canParse(origin) ? new URL(origin).host : origin,
		// A status is a name, not an amount.
		status: String(problem.params.status ?? ''),
	};
	const reason = (params.status && words.code('state', problem.code, params, '_status')) || words.code('state', problem.code, params);
	const until = problem.until !== undefined && problem.until > now ? words('state_until', { time: words.time(problem.until, now) }) : '';
	return [words.code('state_subject', problem.subject, params), reason, until].filter((part) => part !== '').join(' ');
}
