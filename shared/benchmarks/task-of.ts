import type { Benchmark, BenchmarkTask, KnownTask } from './benchmark.ts';

/** What the definition prescribes for a task, and what the registry knows of it. Task ids are compared as written: `gpqa_diamond` is not `diamond`. Apart from the registry, which a panel does not carry. */
export function taskOf(benchmark: Benchmark, taskId: string | undefined): { readonly task?: BenchmarkTask; readonly known?: KnownTask } {
	if (taskId === undefined || taskId === '') return {};
	const task = benchmark.definition?.tasks.find((candidate) => candidate.id === taskId);
	const known = benchmark.known?.tasks.find((candidate) => candidate.id === taskId);
	return { ...(task && { task }), ...(known && { known }) };
}
