import type { Benchmark } from '../benchmarks/benchmark.ts';
import type { Board } from '../hosts/evidence.ts';
import type { MethodLine } from '../methodology/method.ts';
import { methodLines } from '../methodology/method-lines.ts';
import type { EvidencePlace } from '../report/report.ts';
import { BoardView } from './board-view.tsx';
import { FileLink } from './file-link.tsx';
import { IssueList } from './issue-line.tsx';
import { MethodCard } from './method-card.tsx';
import { Clipped } from './names.tsx';
import { useWords } from './words-context.ts';

/** What no result file records is said of a score, not of the benchmark itself. */
const ofBenchmark = (line: MethodLine): boolean => line.state !== 'not-recorded' || line.note !== undefined;

export interface DefinitionProps {
	readonly benchmark: Benchmark;
	readonly file?: EvidencePlace | undefined;
	/** The host's leaderboard of it. */
	readonly board?: Board | undefined;
	/** Of the host. */
	readonly origin: string;
}

/** A benchmark on its own page: what its `eval.yaml` prescribes, task by task, and what is wrong with that file. */
export function BenchmarkSection({ benchmark, file, board, origin }: DefinitionProps) {
	const words = useWords();
	const { definition, dataset, known } = benchmark;
	if (!definition) return null;
	return (
		<section>
			<header class="group__head">
				<h3>
					<bdi>{(definition.name ?? known?.name ?? dataset).slice(0, 200)}</bdi>
				</h3>
				<bdi class="code muted">{dataset}</bdi>
				{file && <FileLink file={file} />}
			</header>
			<div class="group__files">
				{definition.description !== undefined && (
					<p>
						{words('ui_quote_open')}
						<Clipped text={definition.description} limit={240} />
						{words('ui_quote_close')}
					</p>
				)}
				<p class="muted">{words.plural('panel_defines', definition.tasks.length)}</p>
				<IssueList issues={definition.issues} file={file} />
			</div>
			{board && <BoardView board={board} origin={origin} />}
			{definition.tasks.map((task) => (
				<div class="group__files" key={`${task.line}`}>
					<h4>
						<bdi class="code">{task.id}</bdi>{' '}
						{task.name !== undefined && task.name !== task.id && <bdi class="muted">{task.name.slice(0, 200)}</bdi>}
					</h4>
					<MethodCard file={file} lines={methodLines(benchmark, task.id).filter(ofBenchmark)} />
				</div>
			))}
		</section>
	);
}
