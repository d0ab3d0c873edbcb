import { fileUrl } from '../hosts/file-url.ts';
import type { Report } from '../report/report.ts';
import { age } from './age.ts';
import { Link } from './link.tsx';
import { Notice } from './notice.tsx';
import { useWords } from './words-context.ts';

/** So many are named before the rest is counted. */
const NAMED = 8;
const TEXT = 80;

/** Scores that this browser has seen here and that stand here no more: a disputed score must not vanish silently. Nothing where there are none. */
export function GoneNotice({ report: { gone, repository, benchmarks }, now }: { report: Report; now: number }) {
	const words = useWords();
	if (gone.length === 0) return null;
	const nameOf = (dataset: string | undefined) =>
		benchmarks.find((one) => one.dataset.toLowerCase() === dataset?.toLowerCase())?.known?.name ?? dataset ?? words('panel_no_dataset');
	return (
		<Notice icon="withdrawn" tone="caution">
			<p>
				<strong>{words.plural('panel_gone', gone.length)}</strong> <span class="muted">{words('panel_gone_more')}</span>
			</p>
			<ul class="conflict">
				{gone.slice(0, NAMED).map(({ path, commit, number, dataset, taskId, value, at, instead }) => (
					<li key={`${path} ${dataset} ${taskId} ${value}`}>
						<s>{value.slice(0, TEXT)}</s> <bdi>{nameOf(dataset).slice(0, TEXT)}</bdi> <bdi class="code">{taskId?.slice(0, TEXT)}</bdi>{' '}
						{number !== undefined && words('panel_pull_request', { number: String(number) })}{' '}
						<Link class="file code" to={repository.fileTemplate && fileUrl(repository.fileTemplate, commit, path)}>
							<bdi>{path.replace(/^\.eval_results\//, '').slice(-TEXT)}</bdi>
						</Link>{' '}
						<span class="muted">{words('panel_gone_last', { age: age(words, at, now) })}</span>{' '}
						{instead !== undefined && words('panel_gone_instead', { value: instead.slice(0, TEXT) })}
					</li>
				))}
				{gone.length > NAMED && <li class="muted">{words('panel_gone_rest', { count: gone.length - NAMED })}</li>}
			</ul>
		</Notice>
	);
}
