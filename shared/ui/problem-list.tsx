import type { Problem } from '../hosts/evidence.ts';
import { problemWords } from '../messages/problem-words.ts';
import type { Report } from '../report/report.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { problemIcon } from './problem-fact.ts';
import { useWords } from './words-context.ts';

export interface ProblemActions {
	/** Reads again now. */
	readonly retry?: (() => void) | undefined;
	/** Opens the toolbar popup, where the permission can be given. */
	readonly openPopupHint?: (() => void) | undefined;
}

interface Props {
	readonly report: Pick<Report, 'repository' | 'problems'>;
	readonly now: number;
	readonly actions?: ProblemActions;
}

/** What could not be read; everything else is shown below it as usual. */
export function ProblemList({ report, now, actions = {} }: Props) {
	return report.problems.map((problem, index) => (
		<ProblemNotice key={index} problem={problem} report={report} now={now} actions={actions} />
	));
}

function ProblemNotice({ problem, report, now, actions }: { problem: Problem } & Required<Props>) {
	const words = useWords();
	const { what, why, shown, until } = problemWords(words, problem, report, now);
	const grant = problem.code === 'permission-missing';
	return (
		<Notice icon={problemIcon(problem)} tone="caution">
			<p>
				<strong>{what}</strong> {why} {until}
			</p>
			<p>{grant ? words('state_permission_how') : shown}</p>
			{grant
				? actions.openPopupHint && (
						<div class="row">
							<Button onClick={actions.openPopupHint} look="main">
								{words('state_open_popup')}
							</Button>
						</div>
					)
				: actions.retry && (
						<div class="row">
							<Button onClick={actions.retry} icon="retry">
								{words('ui_retry')}
							</Button>
						</div>
					)}
		</Notice>
	);
}
