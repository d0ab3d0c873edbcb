import type { Conflict } from '../results/conflicts.ts';
import { FileLink } from './file-link.tsx';
import type { ResultRow } from './groups.ts';
import { Icon } from './icons.tsx';
import { useWords } from './words-context.ts';

/** Longest value and notes that one line shows, in characters; the row below has all of it. */
const VALUE = 24;
const NOTES = 60;

/** One claim that stands with different values: each with who says it, when, its notes, and where. */
export function ConflictNotice({ conflict, rows }: { conflict: Conflict; rows: readonly ResultRow[] }) {
	const words = useWords();
	const own = conflict.results.flatMap((id) => rows.find(({ result }) => result.id === id) ?? []);
	return (
		<div class="conflicts">
			<p>
				<Icon name="info" /> <strong>{words('panel_conflict')}</strong> <bdi class="code">{conflict.taskId}</bdi>{' '}
				<span class="muted">{words(conflict.notesDiffer ? 'panel_conflict_notes' : 'panel_conflict_same')}</span>
			</p>
			<ul class="conflict">
				{own.map(({ result, place }) => (
					<li key={result.id}>
						<b>{result.valueText?.slice(0, VALUE)}</b> <span>{who({ result, place })}</span>{' '}
						{result.date !== undefined && <bdi class="muted">{words.date(result.date.slice(0, VALUE))}</bdi>}{' '}
						{result.notes !== undefined && (
							<span class="muted">
								{words('ui_quote_open')}
								<bdi>{result.notes.slice(0, NOTES)}</bdi>
								{words('ui_quote_close')}
							</span>
						)}{' '}
						{place && <FileLink file={place} line={result.line} />}
					</li>
				))}
			</ul>
		</div>
	);

	function who({ result, place }: Pick<ResultRow, 'result' | 'place'>): string {
		const { submission } = place ?? {};
		if (submission) {
			const pull = words('panel_pull_request', { number: String(submission.number) });
			const state = submission.state === 'closed' ? [words('badge_withdrawn')] : [];
			return [submission.author, pull, ...state].filter((part) => part !== undefined).join(', ');
		}
		return words(result.kind === 'model-index' ? 'panel_from_card' : 'badge_on_main');
	}
}
