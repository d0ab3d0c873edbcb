import { shortened } from '../results/entry-fields.ts';
import { isNull, type YamlNode } from '../yaml/tree.ts';
import type { BenchmarkTask, Step } from './benchmark.ts';
import { boolean, count, type Fields, list, mapping, report, text, unknownFields, written, wrongType } from './fields.ts';

/** Fields of a task. */
const FIELDS = ['id', 'name', 'config', 'split', 'field_spec', 'solvers', 'scorers', 'shuffle_choices', 'epochs', 'epoch_reducer'];
/** Those of the layout before 12 December 2025, and `scores`, as hub-docs calls `scorers` in one place. */
const OTHER_NAMES = ['subset', 'splits', 'scores'];
export const TASK_FIELDS: readonly string[] = [...FIELDS, ...OTHER_NAMES];
const STEP_FIELDS = ['name', 'args'];

/** Inspect AI `_eval/task/hf.py`. */
const REDUCER = /^(?:pass_at_\d+|at_least_\d+|max|mode|median|mean)$/;

/** One task as its mapping prescribes it; what is missing stays absent. A task without an id has an empty one. */
export function readTask(task: Fields): BenchmarkTask {
	unknownFields(task, FIELDS, OTHER_NAMES);
	const name = text(task, 'name');
	const id = text(task, 'id') ?? oldId(task, name);
	if (id === '') report(task, 'task-without-id', '', task.mapping);
	const config = text(task, 'config') ?? oldConfig(task);
	const split = text(task, 'split') ?? oldSplit(task);
	const fieldSpec = mapping(task, 'field_spec');
	const shuffleChoices = boolean(task, 'shuffle_choices');
	const epochs = count(task, 'epochs');
	const epochReducer = reducer(task);
	return {
		id,
		...(name !== undefined && written(task, 'id') && { name }),
		...(config !== undefined && { config }),
		...(split !== undefined && { split }),
		...(fieldSpec && { fieldSpec }),
		solvers: steps(task, 'solvers'),
		scorers: steps(task, written(task, 'scorers') ? 'scorers' : 'scores'),
		...(shuffleChoices !== undefined && { shuffleChoices }),
		...(epochs !== undefined && { epochs }),
		...(epochReducer !== undefined && { epochReducer }),
		line: task.mapping.line,
	};
}

/** Before 12 December 2025 `name` was what `id` is, `subset` what `config` is, and `splits` a list. */
function oldId(task: Fields, name: string | undefined): string {
	if (name === undefined) return '';
	renamed(task, 'name', 'id');
	return name;
}

function oldConfig(task: Fields): string | undefined {
	renamed(task, 'subset', 'config');
	return text(task, 'subset');
}

function oldSplit(task: Fields): string | undefined {
	renamed(task, 'splits', 'split');
	const splits = written(task, 'splits')?.value;
	if (splits?.kind !== 'sequence') return text(task, 'splits');
	const names = splits.items
		.filter((item) => item.kind === 'scalar' && !isNull(item))
		.map((item) => (item.kind === 'scalar' ? item.text : ''));
	return names.length > 0 ? names.join(', ') : undefined;
}

function renamed(task: Fields, field: string, instead: string): void {
	const found = written(task, field);
	if (found) report(task, 'old-format', field, found.key, { field, instead });
}

function reducer(task: Fields): string | undefined {
	const name = text(task, 'epoch_reducer');
	const found = written(task, 'epoch_reducer');
	if (name !== undefined && found && !REDUCER.test(name)) {
		wrongType(task, 'epoch_reducer', found.value, 'pass_at_N, at_least_N, max, mode, median or mean');
	}
	return name;
}

function steps(task: Fields, field: string): readonly Step[] {
	const items = list(task, field) ?? [];
	return items
		.map((item, index) => step({ ...task, pointer: `${task.pointer}/${field}` }, field, index, item))
		.filter((found) => found !== undefined);
}

/** `{ name, args }`; a bare name is taken as a step without arguments. */
function step(steps: Fields, field: string, index: number, item: YamlNode): Step | undefined {
	if (item.kind === 'scalar' && !isNull(item) && item.text !== '') {
		report(steps, 'step-as-text', String(index), item, { field, step: shortened(item.text) });
		return { name: item.text, args: {}, line: item.line };
	}
	if (item.kind !== 'mapping') {
		wrongType(steps, String(index), item, 'mapping');
		return undefined;
	}
	const fields: Fields = { mapping: item, pointer: `${steps.pointer}/${index}`, issues: steps.issues };
	unknownFields(fields, STEP_FIELDS);
	const name = text(fields, 'name');
	const args = mapping(fields, 'args') ?? {};
	if (name !== undefined) return { name, args, line: item.line };
	if (!written(fields, 'name')) report(fields, 'wrong-type', 'name', item, { field: 'name', expected: 'string', found: 'nothing' });
	return undefined;
}
