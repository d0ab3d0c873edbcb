import { ownDataset } from '../hosts/own-dataset.ts';
import type { Report } from '../report/report.ts';
import { useWords } from './words-context.ts';

/** Says where was looked and that nothing was there. Only for the toolbar popup: a page without results gets no line. */
export function NoResults({ report }: { report: Pick<Report, 'submissions' | 'repository' | 'benchmarks'> }) {
	const words = useWords();
	const { read } = report.submissions;
	const dataset = ownDataset(report.repository);
	const gated = report.benchmarks.some((one) => one.dataset === dataset && one.lookedFor === 'gated');
	if (gated) return <p>{words('state_sign_in_needed_gated', { origin: new URL(report.repository.origin).host })}</p>;
	return (
		<p>
			<strong>{words('panel_no_results')}</strong>{' '}
			<span class="muted">{read === 0 ? words('panel_looked_on_main') : words.plural('panel_looked_in_pulls', read)}</span>
		</p>
	);
}
