import { useState } from 'preact/hooks';
import type { EvidencePlace, Report } from '../../shared/report/report.ts';
import type { Issue } from '../../shared/results/issue.ts';
import { FileLink } from '../../shared/ui/file-link.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { useWords } from '../../shared/ui/words-context.ts';

/** One finding in one file of one repository. */
interface FoundIssue {
	readonly issue: Issue;
	readonly place: EvidencePlace;
	readonly repository: string;
}

/**
 * All findings about entries and files, in the order of the reports. What is wrong with a benchmark's definition is said
 * where that benchmark lives, not beside a model that was measured on it.
 */
export function allIssues(reports: readonly Report[]): readonly FoundIssue[] {
	return reports.flatMap((report) => {
		const places = new Map(report.evidence.map((place) => [place.id, place]));
		const found = (issue: Issue, place: EvidencePlace | undefined): FoundIssue[] =>
			place ? [{ issue, place, repository: report.repository.path }] : [];
		return [
			...report.evidence
				.filter((place) => place.id.startsWith(`${report.repository.id}@`))
				.flatMap((place) => place.issues.flatMap((issue) => found(issue, place))),
			...report.results.flatMap((result) => result.issues.flatMap((issue) => found(issue, places.get(result.evidence)))),
		];
	});
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** Findings by code, the heaviest first: what each means, how often it is there, and where. */
export function ProblemsView({ issues }: { issues: readonly FoundIssue[] }) {
	const words = useWords();
	const byCode = new Map<string, FoundIssue[]>();
	for (const found of issues) {
		const group = byCode.get(found.issue.code) ?? [];
		group.push(found);
		byCode.set(found.issue.code, group);
	}
	const groups = [...byCode.values()].sort((a, b) => weight(a) - weight(b) || b.length - a.length);
	if (groups.length === 0) return <p class="page muted">{words('viewer_no_problems')}</p>;
	return (
		<div class="page">
			<table class="table problems">
				<caption class="sr">{words('viewer_view_problems')}</caption>
				<thead>
					<tr>
						<th scope="col">{words('viewer_problem')}</th>
						<th scope="col" class="num">
							{words('viewer_problem_count')}
						</th>
						<th scope="col">{words('viewer_problem_means')}</th>
						<th scope="col">{words('viewer_problem_places')}</th>
					</tr>
				</thead>
				<tbody>
					{groups.map((group) => (
						<ProblemRow key={group[0]?.issue.code} group={group} />
					))}
				</tbody>
			</table>
		</div>
	);
}

const weight = (group: readonly FoundIssue[]): number => WEIGHT[group[0]?.issue.severity ?? 'info'];

/** Places that a row shows at first. */
const FIRST = 3;

function ProblemRow({ group }: { group: readonly FoundIssue[] }) {
	const words = useWords();
	const [all, setAll] = useState(false);
	const [first] = group;
	if (!first) return null;
	const { issue } = first;
	const shown = all ? group : group.slice(0, FIRST);
	return (
		<tr>
			<th scope="row" class="issue" data-severity={issue.severity}>
				<Icon name={issue.severity} />
				<span>
					<span class="sr">{words(`ui_severity_${issue.severity}`)} </span>
					<span class="code">{issue.code}</span>
				</span>
			</th>
			<td class="num" data-as={words('viewer_problem_count')}>
				{words.number(group.length)}
			</td>
			<td>
				<p>{words.code('issue', issue.code, issue.params)}</p>
				<p class="muted">{words.code('issue', issue.code, issue.params, '_more')}</p>
			</td>
			<td>
				<ul>
					{shown.map(({ issue: { line, column }, place, repository }, index) => (
						<li key={index}>
							<bdi class="small muted">{repository.slice(0, 100)}</bdi> <FileLink file={place} line={line} column={column} />
						</li>
					))}
				</ul>
				{shown.length < group.length && (
					<button type="button" class="more small" onClick={() => setAll(true)}>
						{words('viewer_all_places', { count: group.length })}
					</button>
				)}
			</td>
		</tr>
	);
}
