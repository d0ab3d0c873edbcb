import type { EvidenceId } from '../hosts/evidence.ts';
import type { Benchmark, BenchmarkDefinition } from './benchmark.ts';
import { knownBenchmark } from './known/index.ts';

export { methodLines } from './method-lines.ts';
export { taskOf } from './task-of.ts';

/** A benchmark as far as anything is known of it: the definition that was read on this host, if any, beside what the registry knows. */
export function benchmark(
	dataset: string,
	definition?: BenchmarkDefinition,
	evidence?: EvidenceId,
	lookedFor?: Benchmark['lookedFor'],
): Benchmark {
	const known = knownBenchmark(dataset);
	return {
		dataset,
		...(definition && { definition }),
		...(evidence !== undefined && { evidence }),
		...(known && { known }),
		...(lookedFor && { lookedFor }),
	};
}

/**
 * Task ids that a result may name: those of the benchmark's own definition, else those of the registry where it knows all of them.
 * `undefined` where no complete list is known, so that no id can be called wrong.
 */
export function tasksOf(benchmark: Benchmark): readonly string[] | undefined {
	const defined = benchmark.definition?.tasks.map((task) => task.id).filter((id) => id !== '') ?? [];
	if (defined.length > 0) return defined;
	if (benchmark.known?.tasksComplete) return benchmark.known.tasks.map((task) => task.id);
	return undefined;
}
