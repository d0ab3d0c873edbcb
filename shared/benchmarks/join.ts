import type { EvidenceId } from '../hosts/evidence.ts';
import type { Benchmark, BenchmarkDefinition, EarlierDefinition } from './benchmark.ts';
import { knownBenchmark } from './known/index.ts';

/** A benchmark as far as anything is known of it: the definition that was read on this host, if any, beside what the registry knows. */
export function benchmark(
	dataset: string,
	definition?: BenchmarkDefinition,
	evidence?: EvidenceId,
	lookedFor?: Benchmark['lookedFor'],
	earlier: readonly EarlierDefinition[] = [],
): Benchmark {
	const known = knownBenchmark(dataset);
	return {
		dataset,
		...(definition && { definition }),
		...(evidence !== undefined && { evidence }),
		...(known && { known }),
		...(lookedFor && { lookedFor }),
		...(earlier.length > 0 && { earlier }),
	};
}

/**
 * Task ids that a result may name: those of the benchmark's own definition, else those of the registry where it knows all of them.
 * `undefined` where no complete list is known (a definition that was not read to its end has none), so that no id can be called wrong.
 */
export function tasksOf(benchmark: Benchmark): readonly string[] | undefined {
	const { definition, known } = benchmark;
	if (definition && !definition.issues.some((issue) => issue.severity === 'error')) {
		const defined = definition.tasks.map((task) => task.id).filter((id) => id !== '');
		if (defined.length > 0) return [...new Set(defined)];
	}
	return known?.tasksComplete ? known.tasks.map((task) => task.id) : undefined;
}
