import { useState } from 'preact/hooks';
import type { EvidencePlace } from '../report/report.ts';
import type { Issue } from '../results/issue.ts';
import { FileLink } from './file-link.tsx';
import { Icon } from './icons.tsx';
import { useWords } from './words-context.ts';

/** One finding: how much it weighs, what it is, where, and more on demand. */
function IssueLine({ issue, file }: { issue: Issue; file?: EvidencePlace | undefined }) {
	const words = useWords();
	const [long, setLong] = useState(false);
	const more = words.code('issue', issue.code, issue.params, '_more');
	return (
		<div class="issue" data-severity={issue.severity}>
			<Icon name={issue.severity} />
			<div>
				<p>
					<span class="sr">{words(`ui_severity_${issue.severity}`)} </span>
					{words.code('issue', issue.code, issue.params) || issue.code}
				</p>
				{long && <p class="muted">{more}</p>}
				<div class="row">
					{file && <FileLink file={file} line={issue.line} column={issue.column} />}
					{more !== '' && (
						<button type="button" class="more small" aria-expanded={long} onClick={() => setLong(!long)}>
							{words(long ? 'ui_less' : 'ui_more')}
						</button>
					)}
				</div>
			</div>
		</div>
	);
}

/** How many findings of one file are drawn at first: a broken file can have thousands. */
const FIRST = 5;

/** Findings of one entry or one file, the first few and the rest on demand. */
export function IssueList({ issues, file }: { issues: readonly Issue[]; file?: EvidencePlace | undefined }) {
	const words = useWords();
	const [all, setAll] = useState(false);
	return (
		<>
			{(all ? issues : issues.slice(0, FIRST)).map((issue, index) => (
				<IssueLine key={index} issue={issue} file={file} />
			))}
			{!all && issues.length > FIRST && (
				<div>
					<button type="button" class="more small" onClick={() => setAll(true)}>
						{words.plural('panel_show_issues', issues.length)}
					</button>
				</div>
			)}
		</>
	);
}
