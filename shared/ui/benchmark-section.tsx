import type { Benchmark } from '../benchmarks/benchmark.ts';
import type { Board } from '../hosts/evidence.ts';
import type { Words } from '../messages/words.ts';
import type { MethodLine } from '../methodology/method.ts';
import { methodLines } from '../methodology/method-lines.ts';
import type { EvidencePlace } from '../report/report.ts';
import { BoardView } from './board-view.tsx';
import { definedText } from './facts.ts';
import { FileLink } from './file-link.tsx';
import { IssueList } from './issue-line.tsx';
import { MethodCard } from './method-card.tsx';
import { Clipped } from './names.tsx';
import { useWords } from './words-context.ts';

/** What no result file records is said of a score, not of the benchmark itself; and whether there is a definition has been said. */
const ofBenchmark = (line: MethodLine): boolean =>
	line.state !== 'not-recorded' || (line.note !== undefined && line.dimension !== 'definition');

export interface DefinitionProps {
	readonly benchmark: Benchmark;
	readonly file?: EvidencePlace | undefined;
	/** The host's leaderboard of it. */
	readonly board?: Board | undefined;
	/** Of the host. */
	readonly origin: string;
}

/** A benchmark on its own page: what its `eval.yaml` prescribes, task by task, and what is wrong with that file; without one, what the registry knows. */
export function BenchmarkSection({ benchmark, file, board, origin }: DefinitionProps) {
	const words = useWords();
	const { definition, dataset, known, lookedFor } = benchmark;
	const tasks = definition?.tasks ?? known?.tasks ?? [];
	return (
		<section>
			<header class="group__head">
				<h3>
					<bdi>{(definition?.name ?? known?.name ?? dataset).slice(0, 200)}</bdi>
				</h3>
				<bdi class="code muted">{dataset}</bdi>
				{file && <FileLink file={file} />}
			</header>
			<div class="group__files">
				{definition?.description !== undefined && (
					<p>
						{words('ui_quote_open')}
						<Clipped text={definition.description} limit={240} />
						{words('ui_quote_close')}
					</p>
				)}
				<p class="muted">{definition ? definedText(words, [benchmark]) : unread(words, lookedFor, origin)}</p>
				<IssueList issues={definition?.issues ?? []} file={file} />
			</div>
			{board && <BoardView board={board} origin={origin} />}
			{tasks.length === 0 && <Method benchmark={benchmark} />}
			{tasks.map((task, n) => (
				<div class="group__files" key={`${n}`}>
					<h4>
						<bdi class="code">{task.id}</bdi>{' '}
						{task.name !== undefined && task.name !== task.id && <bdi class="muted">{task.name.slice(0, 200)}</bdi>}
					</h4>
					<Method benchmark={benchmark} task={task.id} file={file} />
				</div>
			))}
		</section>
	);
}

function Method({ benchmark, task, file }: Pick<DefinitionProps, 'benchmark' | 'file'> & { task?: string }) {
	return <MethodCard file={file} lines={methodLines(benchmark, task).filter(ofBenchmark)} />;
}

function unread(words: Words, lookedFor: Benchmark['lookedFor'], origin: string): string {
	return lookedFor === 'gated'
		? words('state_sign_in_needed_gated', { origin: new URL(origin).host })
		: words('method_note_definition_not_found');
}
