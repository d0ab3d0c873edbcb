import type { EvidenceId } from '../hosts/evidence.ts';
import type { ExportedBenchmark } from './bundle.ts';

/** The `eval.yaml` files that benchmarks were read from, those that held before included. */
export const definitionsOf = (benchmarks: readonly Pick<ExportedBenchmark, 'evidence' | 'earlier'>[]): ReadonlySet<EvidenceId> =>
	new Set(benchmarks.flatMap(({ evidence, earlier = [] }) => [...(evidence === undefined ? [] : [evidence]), ...earlier]));
