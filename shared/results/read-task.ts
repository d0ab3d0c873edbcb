import { pair, pointerTo } from '../yaml/tree.ts';
import { anyText, type Group, inner, present, shortened, text, unknownFields } from './entry-fields.ts';
import { nearest } from './nearest.ts';
import type { EvalResult } from './result.ts';
import type { Where } from './where.ts';

/** Task ids that a sentence can hold. */
const LISTED = 5;

/** Which benchmark and which task of it the entry is about. */
export function readTask(entry: Group, where: Where): EvalResult['dataset'] {
	const group = inner(entry, 'dataset');
	unknownFields(group);
	const place = pair(entry.node, 'dataset')?.key ?? entry.node ?? { line: 1, column: 1 };
	const id = required('id', 'missing-dataset-id');
	const taskId = required('task_id', 'missing-task-id');
	const revision = text(group, 'revision');
	// No field of the format any more (drafts of December 2025 had it), so also reported as unknown.
	const split = anyText(group, 'split');
	if (id !== undefined && taskId !== undefined) checkTask(id, taskId);
	return {
		...(id === undefined ? {} : { id }),
		...(taskId === undefined ? {} : { taskId }),
		...(revision === undefined ? {} : { revision }),
		...(split === undefined ? {} : { split }),
	};

	function required(name: 'id' | 'task_id', code: 'missing-dataset-id' | 'missing-task-id'): string | undefined {
		const found = present(group, name) && text(group, name);
		if (found !== undefined && found.trim() !== '') return found;
		group.report(code, pointerTo(group.pointer, name), pair(group.node, name)?.key ?? place);
		return undefined;
	}

	function checkTask(dataset: string, task: string): void {
		const known = where.tasksOf(dataset);
		const node = pair(group.node, 'task_id')?.value;
		if (!node || !known || known.length === 0 || known.includes(task)) return;
		group.report('unknown-task-id', pointerTo(group.pointer, 'task_id'), node, {
			dataset: shortened(dataset),
			task: shortened(task),
			suggestion: suggestion(task, known),
		});
	}
}

/** The task that was probably meant, else those that there are. */
function suggestion(task: string, known: readonly string[]): string {
	const near = nearest(task, known);
	if (near !== undefined) return near;
	return known.slice(0, LISTED).join(', ') + (known.length > LISTED ? ', …' : '');
}
