import { shortened } from '../results/entry-fields.ts';
import { type Issue, issue } from '../results/issue.ts';
import { readYaml, YAML_LIMITS } from '../yaml/read-yaml.ts';
import { isNull, type YamlMapping, type YamlNode } from '../yaml/tree.ts';
import type { BenchmarkDefinition, BenchmarkTask } from './benchmark.ts';
import { type Fields, list, report, text, unknownFields, written, wrongType } from './fields.ts';
import { KNOWN_FRAMEWORKS } from './frameworks.ts';
import { readTask, TASK_FIELDS } from './read-task.ts';

/** Benchmarks of many languages write one task for each of them (mteb#4055): a limit above that of result files. */
const LIMITS = { ...YAML_LIMITS, bytes: 1024 * 1024 };

const TOP_FIELDS = ['name', 'description', 'evaluation_framework', 'tasks'];

/**
 * Reads an `eval.yaml`, also one of the layout before 12 December 2025 (hub-docs `docs/hub/eval-results.md`; Inspect AI `_eval/task/hf.py`).
 * Never throws: what is wrong is an issue with its line, and everything else is read. A file that cannot be read has no tasks.
 */
export function readBenchmark(bytes: Uint8Array): BenchmarkDefinition {
	const { root, issues: found } = readYaml(bytes, LIMITS);
	const issues: Issue[] = [...found];
	if (root === undefined || isNull(root)) {
		if (found.length === 0) issues.push(issue('missing-tasks', '', { line: 1, column: 1 }));
		return { tasks: [], issues };
	}
	if (root.kind !== 'mapping') {
		issues.push(issue('not-a-mapping', '', root, { found: root.kind === 'sequence' ? 'list' : 'text' }));
		return { tasks: [], issues };
	}
	return readTop(root, issues);
}

function readTop(root: YamlMapping, issues: Issue[]): BenchmarkDefinition {
	const top: Fields = { mapping: root, pointer: '', issues };
	for (const { key } of root.pairs) {
		if (TASK_FIELDS.includes(key.text) && !TOP_FIELDS.includes(key.text)) report(top, 'wrong-level', key.text, key, { field: key.text });
	}
	unknownFields(top, TOP_FIELDS, TASK_FIELDS);
	const name = text(top, 'name');
	const description = text(top, 'description');
	const framework = readFramework(top);
	const tasks = readTasks(top);
	return {
		...(name !== undefined && { name }),
		...(description !== undefined && { description }),
		...(framework !== undefined && { framework }),
		tasks,
		issues: listed(issues),
	};
}

/** In the order of the file. More of one code than that would only repeat it. */
function listed(issues: readonly Issue[]): readonly Issue[] {
	const counts = new Map<string, number>();
	return issues
		.toSorted((a, b) => a.line - b.line || a.column - b.column)
		.filter(({ code }) => {
			const before = counts.get(code) ?? 0;
			counts.set(code, before + 1);
			return before < 100;
		});
}

function readFramework(top: Fields): string | undefined {
	const framework = text(top, 'evaluation_framework');
	const place = written(top, 'evaluation_framework')?.value;
	if (framework === undefined || place === undefined) {
		if (!place) report(top, 'missing-framework', '', top.mapping);
		return undefined;
	}
	if (!KNOWN_FRAMEWORKS.has(framework))
		report(top, 'unknown-framework', 'evaluation_framework', place, { framework: shortened(framework) });
	return framework;
}

function readTasks(top: Fields): readonly BenchmarkTask[] {
	const items = list(top, 'tasks');
	if (!items || items.length === 0) {
		report(top, 'missing-tasks', '', written(top, 'tasks')?.key ?? top.mapping);
		return [];
	}
	const tasks: BenchmarkTask[] = [];
	const lineOf = new Map<string, number>();
	for (const [index, item] of items.entries()) {
		const task = readItem(top, item, index);
		if (!task) continue;
		tasks.push(task);
		const first = lineOf.get(task.id);
		if (first === undefined) lineOf.set(task.id, task.line);
		else if (task.id !== '')
			report({ ...top, pointer: `/tasks/${index}` }, 'duplicate-task-id', '', item, { task: shortened(task.id), first });
	}
	return tasks;
}

function readItem(top: Fields, item: YamlNode, index: number): BenchmarkTask | undefined {
	const fields = (mapping: YamlMapping): Fields => ({ mapping, pointer: `/tasks/${index}`, issues: top.issues });
	if (item.kind === 'mapping') return readTask(fields(item));
	wrongType({ ...top, pointer: '/tasks' }, String(index), item, 'mapping');
	// a bare name is still a task that a result may name
	if (item.kind === 'scalar' && !isNull(item) && item.text !== '') return { id: item.text, solvers: [], scorers: [], line: item.line };
	return undefined;
}
