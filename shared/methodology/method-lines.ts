import type { Benchmark, BenchmarkDefinition, BenchmarkTask, Cited, KnownFacts, Step } from '../benchmarks/benchmark.ts';
import { citationUrl } from '../benchmarks/citation.ts';
import { taskOf } from '../benchmarks/task-of.ts';
import type { MethodDimension, MethodLine, MethodNote } from './method.ts';

type Prescribed = Extract<MethodLine, { source: string }>;

const FILE = 'eval.yaml';

/** What a result file has no field for (hub-docs `eval_results.yaml`): said of every score, because a reader would look for it. */
const NEVER_RECORDED: readonly MethodDimension[] = [
	'harness',
	'few-shot',
	'temperature',
	'seed',
	'stop-sequences',
	'samples',
	'model-revision',
	'provider',
	'scoring-code',
];

/**
 * The method card of one score, in reading order: what the benchmark's `eval.yaml` prescribes for its task, what the registry
 * knows of the benchmark, and what no result file records. `taskId` is the result's, `undefined` where it names none; `inForce` the
 * definition to use, today's if none is given.
 */
export function methodLines(today: Benchmark, taskId: string | undefined, inForce?: BenchmarkDefinition): readonly MethodLine[] {
	const benchmark = inForce ? { ...today, definition: inForce } : today;
	const { task } = taskOf(benchmark, taskId);
	const template = task && promptTemplate(task);
	return [
		definition(benchmark, task, taskId),
		...(task ? prescribedLines(benchmark, task) : []),
		...knownLines(benchmark, taskId),
		...(template ? [] : [notRecorded('prompt-template')]),
		...NEVER_RECORDED.map((dimension) => notRecorded(dimension)),
	];
}

function definition(benchmark: Benchmark, task: BenchmarkTask | undefined, taskId: string | undefined): MethodLine {
	if (!benchmark.definition) {
		const why = { 'not-found': 'definition-not-found', gated: 'definition-gated', found: 'definition-not-read' } as const;
		return notRecorded('definition', why[benchmark.lookedFor ?? 'found']);
	}
	if (!task) return notRecorded('definition', taskId ? 'task-not-defined' : 'task-not-named');
	return prescribed('definition', benchmark.definition.name ?? benchmark.dataset, task.line);
}

function prescribedLines({ definition }: Benchmark, task: BenchmarkTask): MethodLine[] {
	const lines: MethodLine[] = [];
	if (definition?.framework !== undefined) {
		lines.push({ dimension: 'framework', state: 'prescribed', value: definition.framework, source: FILE });
	}
	lines.push(optional('config', task.config, task.line), optional('split', task.split, task.line), steps('solvers', task.solvers));
	const template = promptTemplate(task);
	if (template) lines.push(template);
	lines.push(steps('scorers', task.scorers));
	const grader = judge(task);
	if (grader) lines.push(grader);
	if (task.epochs !== undefined) lines.push(prescribed('epochs', task.epochs, task.line));
	if (task.epochReducer !== undefined) lines.push(prescribed('reducer', task.epochReducer, task.line));
	if (task.shuffleChoices !== undefined) lines.push(shuffle(task.shuffleChoices, task.line));
	return lines;
}

function steps(dimension: 'solvers' | 'scorers', list: readonly Step[]): MethodLine {
	const first = list[0];
	if (!first) return notRecorded(dimension, 'left-to-framework');
	return prescribed(dimension, list.map((step) => step.name).join(' → '), first.line);
}

/** The text that the task puts around each item, from the `template` argument of its solvers. */
function promptTemplate(task: BenchmarkTask): MethodLine | undefined {
	const withTemplate = task.solvers.filter((step) => typeof step.args.template === 'string');
	const first = withTemplate[0];
	return first && prescribed('prompt-template', withTemplate.map((step) => step.args.template).join('\n'), first.line);
}

/** Who grades, where a scorer has a model do it (`model_graded_qa` and `model_graded_fact` in Inspect AI). */
function judge(task: BenchmarkTask): MethodLine | undefined {
	const grading = task.scorers.filter((step) => step.name.startsWith('model_graded'));
	const first = grading[0];
	if (!first) return undefined;
	const judges = grading.map(judgesOf);
	const named = [...new Set(judges.flat())];
	if (named.length === 0) return notRecorded('judge', 'judge-not-named');
	const line = prescribed('judge', named.join(', '), first.line);
	return judges.some((names) => names.length === 0) ? { ...line, note: 'judge-not-named' } : line;
}

/** Its `model` argument; several judges, who vote, are a list. */
function judgesOf({ args: { model } }: Step): readonly string[] {
	return (Array.isArray(model) ? model : [model]).filter((name) => typeof name === 'string' && name !== '');
}

function shuffle(value: boolean, line: number): MethodLine {
	const row = { dimension: 'shuffle', state: 'prescribed', value: String(value), unit: 'code', source: `${FILE}:${line}` } as const;
	return value ? { ...row, note: 'shuffle-unseeded' } : row;
}

function knownLines(benchmark: Benchmark, taskId: string | undefined): MethodLine[] {
	const facts = factsOf(benchmark, taskId);
	return [
		known('metric', facts?.metric),
		known('direction', facts?.direction, 'code'),
		known('items', facts?.items),
		known('chance', facts?.chance, 'share'),
		known('label-errors', benchmark.known?.labelErrors, 'share'),
		known('published', benchmark.known?.published),
	].filter((line) => line !== undefined);
}

/** Facts of the benchmark as a whole say nothing of one task among several. */
function factsOf(benchmark: Benchmark, taskId: string | undefined): KnownFacts | undefined {
	const { known } = taskOf(benchmark, taskId);
	if (known) return known;
	if ((benchmark.known?.tasks.length ?? 0) > 0) return undefined;
	return isWhole(benchmark, taskId) ? benchmark.known?.facts : undefined;
}

/** Whether that task is all of the benchmark: the only one that it defines or, where no definition was read, one of its name (`mmlu`, not `anatomy`). */
function isWhole({ definition, known, dataset }: Benchmark, taskId: string | undefined): boolean {
	if (definition) return definition.tasks.length <= 1;
	if (!known || taskId === undefined) return true;
	const names = [dataset, known.id, ...known.aliases].flatMap((name) => [name, name.slice(name.indexOf('/') + 1)]);
	return [...names, known.name].map(letters).includes(letters(taskId));
}

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function known(dimension: MethodDimension, fact: Cited<string | number> | undefined, unit?: 'share' | 'code'): MethodLine | undefined {
	if (!fact) return undefined;
	const url = citationUrl(fact.source);
	return { dimension, state: 'known', value: fact.value, ...(unit && { unit }), source: fact.source, ...(url !== undefined && { url }) };
}

function optional(dimension: MethodDimension, value: string | undefined, line: number): MethodLine {
	return value === undefined ? notRecorded(dimension, 'left-to-framework') : prescribed(dimension, value, line);
}

function prescribed(dimension: MethodDimension, value: string | number, line: number): Prescribed {
	return { dimension, state: 'prescribed', value, source: `${FILE}:${line}` };
}

function notRecorded(dimension: MethodDimension, note?: MethodNote): MethodLine {
	return { dimension, state: 'not-recorded', ...(note && { note }) };
}
