import type { ValueHistory } from '../history/value-history.ts';
import { Link } from './link.tsx';
import { useWords } from './words-context.ts';

const TEXT = 120;

/** How a score changed: the newest change first, each with who made it and when by the commit's own word, and the file as it stood then. */
export function HistoryBlock({ changes, whole }: ValueHistory) {
	const words = useWords();
	return (
		<>
			<p>
				<strong>{changes.length > 1 ? words.plural('history_changed', changes.length - 1) : words('history_unchanged')}</strong>{' '}
				<span class="muted">{words(whole ? 'history_whole' : 'history_cut')}</span>
			</p>
			{changes.length > 0 && (
				<ol class="history">
					{changes.map(({ value, commit, author, at, title, url, pull, pullUrl }, n) => {
						const before = changes[n + 1]?.value;
						return (
							<li key={commit}>
								{n < changes.length - 1 ? (
									<>
										<s>{before?.slice(0, TEXT) ?? words('history_absent')}</s> {words('ui_arrow')}{' '}
									</>
								) : (
									whole && `${words('history_first')} `
								)}
								<b>{value?.slice(0, TEXT) ?? words('history_absent')}</b>{' '}
								<bdi class="muted">{words.date(new Date(at).toISOString().slice(0, 10))}</bdi> <bdi>{author.slice(0, TEXT)}</bdi>{' '}
								<Link class="code" to={url}>
									{commit.slice(0, 7)}
								</Link>{' '}
								{pull !== undefined && <Link to={pullUrl}>{words('panel_pull_request', { number: String(pull) })}</Link>}{' '}
								<bdi class="muted">{title.slice(0, TEXT)}</bdi>
							</li>
						);
					})}
				</ol>
			)}
		</>
	);
}
