import type { BadgeRule } from '../context.ts';

/**
 * The benchmark defines this task, so the score has a place on its board. The `eval.yaml` that was read decides;
 * the registry speaks only where none was read, and the badge says which of the two it was.
 */
export const leaderboard: BadgeRule = (result, { benchmark, benchmarkUrl }) => {
	const { id, taskId } = result.dataset;
	if (id === undefined || taskId === undefined || !benchmark) return undefined;
	const tasks = benchmark.definition?.tasks ?? benchmark.known?.tasks ?? [];
	if (!tasks.some((task) => task.id === taskId)) return undefined;
	return {
		code: 'leaderboard',
		tone: 'plain',
		basis: 'link',
		params: { dataset: id, task: taskId, from: benchmark.definition ? 'definition' : 'registry' },
		...(benchmarkUrl === undefined ? {} : { url: benchmarkUrl }),
	};
};
