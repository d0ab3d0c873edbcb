import fc from 'fast-check';
import { expect } from 'vitest';
import { benchmark, tasksOf } from '../../../shared/benchmarks/join.ts';
import { readBenchmark } from '../../../shared/benchmarks/read-benchmark.ts';
import { methodLines } from '../../../shared/methodology/method-lines.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Pieces that such files are made of, put together in any order: far more of it is nearly YAML than of random bytes. */
const pieces = fc.constantFrom(
	...['name', 'description', 'evaluation_framework', 'tasks', 'id', 'subset', 'splits', 'solvers', 'scorers', 'scores', 'args', 'epochs'],
	...['split', 'config', 'field_spec', 'epoch_reducer', 'shuffle_choices', 'model_graded_qa', 'inspect-ai', '__proto__', 'constructor'],
	...[
		': ',
		':\n',
		'\n',
		'\n  ',
		'\n    ',
		'- ',
		'\n- ',
		'\n  - ',
		'[',
		']',
		'{',
		'}',
		', ',
		'"',
		"'",
		'|\n',
		'>\n',
		'&a ',
		'*a',
		'<<: ',
		'!!str ',
	],
	...['# ', '---\n', '...\n', '1', '0', '-1', '1e999', '.nan', 'true', '~', '\t', '\r\n', '\ufeff', '\u0000', '😀', '%YAML 1.2\n', '? '],
);
const nearlyYaml = fc.array(pieces, { maxLength: 60 }).map((parts) => encode(parts.join('')));

/** Values of any kind in every field. */
const field = fc.oneof(
	fc.json({ maxDepth: 3 }),
	fc.constantFrom('~', 'text', '1', 'true', '[a, b]', '{ name: a }', '[{ name: a, args: { model: b } }]'),
);
const TASK_FIELDS = ['id', 'name', 'config', 'subset', 'split', 'splits', 'field_spec', 'solvers', 'scorers', 'epochs', 'epoch_reducer'];
const tasks = fc.array(fc.dictionary(fc.constantFrom(...TASK_FIELDS), field, { maxKeys: 6 }), { maxLength: 4 });
const structured = fc.record({ framework: field, tasks }).map(({ framework, tasks }) => {
	const items = tasks.map(
		(task) =>
			`  - {${Object.entries(task)
				.map(([name, value]) => ` ${name}: ${value}`)
				.join(',')} }\n`,
	);
	return encode(`evaluation_framework: ${framework}\ntasks:\n${items.join('')}`);
});

const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), nearlyYaml, structured);

/** Whatever the bytes, the definition can be shown, stored and exported, and every task of it has a method card. */
export function definesAnything(numRuns: number): void {
	fc.assert(
		fc.property(bytes, (input) => {
			const definition = readBenchmark(input);
			expect(JSON.parse(JSON.stringify(definition))).toStrictEqual(definition);

			const { tasks: read, issues } = definition;
			const lines = new TextDecoder().decode(input).split(/\r\n|\r|\n/).length;
			for (const { line } of [...read, ...issues, ...read.flatMap((task) => [...task.solvers, ...task.scorers])]) {
				expect(line).toBeGreaterThanOrEqual(1);
				expect(line).toBeLessThanOrEqual(lines);
			}

			const joined = benchmark('acme/owl-bench', definition, 'somewhere', 'found');
			for (const id of [...(tasksOf(joined) ?? []), undefined, '', 'no such task']) {
				const card = methodLines(joined, id);
				expect(new Set(card.map((line) => line.dimension)).size).toBe(card.length);
			}
		}),
		{ numRuns },
	);
}
