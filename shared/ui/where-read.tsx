import { WITHOUT_PULLS } from '../hosts/without-pulls.ts';
import type { Report } from '../report/report.ts';
import { age } from './age.ts';
import { Link } from './link.tsx';
import { useWords } from './words-context.ts';

/** From which branch, at which commit, with how many pull requests and how long ago the results were read. */
export function WhereRead({ report, now }: { report: Report; now: number }) {
	const words = useWords();
	const { repository, submissions } = report;
	const { read, total } = submissions;
	return (
		<p>
			{words('panel_read_from')} <bdi class="code">{repository.defaultBranch ?? 'HEAD'}</bdi>{' '}
			{repository.head !== undefined && (
				<>
					{words('panel_at_commit')}{' '}
					<Link class="code" to={commitPage(report)}>
						{repository.head.slice(0, 7)}
					</Link>
				</>
			)}
			{total > 0 && ` ${read < total ? words('panel_some_pulls', { read, total }) : words.plural('panel_pulls', total)}`}
			{total === 0 && WITHOUT_PULLS.has(repository.host) && ` ${words('panel_host_without_pulls')}`}
			{report.asOf > 0 ? words('panel_age', { age: age(words, report.asOf, now) }) : '.'} {words('panel_as_written')}
		</p>
	);
}

/** A page of what was read at that commit: the first file on the default branch, which is all that every host can show. */
function commitPage({ evidence, repository }: Report): string | undefined {
	return evidence.find((place) => place.commit === repository.head && place.url !== undefined)?.url;
}
