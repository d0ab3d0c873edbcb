import { groupedResults, type ListedReport } from './groups.ts';
import { Notice } from './notice.tsx';
import { useWords } from './words-context.ts';

/** How many are named before the rest is counted. */
const NAMED = 3;

/** Which results need a look and why, in a few lines: for the popup, which has no room for the list. Nothing where none does. */
export function NeedsLook({ report }: { report: ListedReport }) {
	const words = useWords();
	const looks = groupedResults(report).groups.flatMap((group) =>
		group.rows
			.filter((row) => row.assessment.needsLook)
			.map((row) => ({ name: group.name ?? words('panel_no_dataset'), result: row.result })),
	);
	if (looks.length === 0) return null;
	return (
		<Notice icon="warning" tone="caution">
			<p>
				<strong>{words.plural('panel_look', looks.length)}</strong>
			</p>
			<ul>
				{looks.slice(0, NAMED).map(({ name, result }) => {
					const issue = result.issues.find((each) => each.severity !== 'info');
					return (
						<li key={result.id}>
							<bdi>{name.slice(0, 80)}</bdi>
							{issue && `: ${words.code('issue', issue.code, issue.params) || issue.code}`}
						</li>
					);
				})}
			</ul>
			{looks.length > NAMED && <p class="muted">{words('panel_look_more', { count: looks.length - NAMED })}</p>}
		</Notice>
	);
}
