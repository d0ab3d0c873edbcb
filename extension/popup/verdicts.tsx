import type { Report } from '../../shared/report/report.ts';
import { shownBadges, wantsLook } from '../../shared/trust/shown-badges.ts';
import { badgeWords } from '../../shared/ui/badge-words.ts';
import { groupedResults } from '../../shared/ui/groups.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { useWords } from '../../shared/ui/words-context.ts';

/** So many results are named before the rest is counted. */
const NAMED = 8;

/** What is said of each result, where the page cannot fake it: value, benchmark, badges. */
export function Verdicts({ report }: { report: Report }) {
	const words = useWords();
	const rows = groupedResults(report).groups.flatMap(({ name, rows: own }) => own.map((row) => ({ name, ...row })));
	if (rows.length === 0) return null;
	return (
		<section aria-label={words('popup_results')}>
			<ul class="verdicts">
				{rows.slice(0, NAMED).map(({ name, result, assessment }) => (
					<li key={result.id}>
						<b>{result.valueText?.slice(0, 12) ?? words('panel_no_value')}</b>
						<bdi>{(name ?? words('panel_no_dataset')).slice(0, 60)}</bdi>
						<span class="muted">
							{wantsLook(assessment) && <Icon name="warning" />}
							{shownBadges(assessment)
								.filter(({ basis }) => basis !== 'link')
								.map((badge) => badgeWords(words, badge).label)
								.join(', ')}
						</span>
					</li>
				))}
			</ul>
			{rows.length > NAMED && <p class="muted">{words.plural('popup_more', rows.length - NAMED)}</p>}
		</section>
	);
}
