import type { Report } from '../../shared/report/report.ts';
import type { EvalResult } from '../../shared/results/result.ts';
import { shownBadges, wantsLook } from '../../shared/trust/shown-badges.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { useWords } from '../../shared/ui/words-context.ts';

/** How many findings are named before the rest is counted. */
const NAMED = 3;

/** How many results need a look, and their first findings, each once. Nothing where there are none. */
export function NeedsLook({ report }: { report: Report }) {
	const words = useWords();
	const badgesOf = new Map(report.assessments.map((assessment) => [assessment.result, shownBadges(assessment)]));
	const fails = ({ id, issues }: EvalResult): boolean =>
		issues.some(({ severity }) => severity === 'error') || !!badgesOf.get(id)?.some(({ tone }) => tone === 'fail');
	const wanted = report.results.filter((_, index) => {
		const assessment = report.assessments[index];
		return assessment && wantsLook(assessment);
	});
	// Few are named: what fails before what may only be wrong.
	const results = [...wanted.filter(fails), ...wanted.filter((result) => !fails(result))];
	if (results.length === 0) return null;
	// Two results that contradict each other say the same sentence.
	const all = [
		...new Set(results.map((result) => words('popup_look_item', { finding: finding(result), benchmark: nameOf(report, result) }))),
	];
	const named = all.slice(0, NAMED);
	const rest = all.length - named.length;
	return (
		<div class="look">
			<Icon name="warning" />
			<div>
				<p>
					<strong>{words.plural('popup_look', results.length)}</strong>
				</p>
				<ul>
					{named.map((sentence) => (
						<li key={sentence}>
							<bdi>{sentence}</bdi>
						</li>
					))}
					{rest > 0 && <li class="muted">{words.plural('popup_look_rest', rest)}</li>}
				</ul>
			</div>
		</div>
	);

	function finding(result: EvalResult): string {
		const badges = badgesOf.get(result.id) ?? [];
		const error = result.issues.find((one) => one.severity === 'error');
		// A signature that fails weighs more than what only may be wrong.
		const failed = error ? undefined : badges.find(({ tone }) => tone === 'fail');
		const issue = error ?? (failed ? undefined : result.issues.find((one) => one.severity === 'warning'));
		if (issue) return words.code('issue', issue.code, issue.params);
		const badge = failed ?? badges.find(({ tone }) => tone === 'caution');
		return badge ? words.code('badge', badge.code) : '';
	}
}

function nameOf(report: Report, result: EvalResult): string {
	const { id } = result.dataset;
	const benchmark = report.benchmarks.find((one) => one.dataset.toLowerCase() === id?.toLowerCase());
	return benchmark?.known?.name ?? benchmark?.definition?.name ?? id ?? result.evidence.split('/').at(-1) ?? '';
}
