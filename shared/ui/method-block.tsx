import type { Benchmark } from '../benchmarks/benchmark.ts';
import { definitionInForce } from '../benchmarks/definition-in-force.ts';
import { differing } from '../methodology/differing.ts';
import { methodLines } from '../methodology/method-lines.ts';
import type { EvidencePlace } from '../report/report.ts';
import type { EvalResult } from '../results/result.ts';
import { MethodCard } from './method-card.tsx';
import { useWords } from './words-context.ts';

export interface MethodProps {
	readonly id: string;
	readonly result: EvalResult;
	readonly benchmark: Benchmark;
	/** Each `eval.yaml` that something of the benchmark was read from. */
	readonly definitions: readonly EvidencePlace[];
}

/** What was prescribed when the score was measured and, where that is not today's definition, what has changed since. */
export function MethodBlock({ id, result, benchmark, definitions }: MethodProps) {
	const words = useWords();
	const { taskId } = result.dataset;
	const file = (id: string | undefined) => definitions.find((place) => place.id === id);
	const today = methodLines(benchmark, taskId);
	const then = definitionInForce(benchmark, result);
	if (!then) return <MethodCard id={id} file={file(benchmark.evidence)} lines={today} />;
	const lines = methodLines(benchmark, taskId, then.definition);
	const parts = differing(lines, today).map((dimension) => words.code('method', dimension));
	return (
		<div id={id}>
			<p>
				{words('panel_in_force', { commit: then.commit.slice(0, 7) })}{' '}
				{parts.length > 0 && words('panel_in_force_differs', { parts: parts.join(', ') })}
			</p>
			<MethodCard file={file(then.evidence)} lines={lines} />
		</div>
	);
}
