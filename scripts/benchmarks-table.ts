/** Writes `docs/benchmarks.md` from the registry: `npx tsx scripts/benchmarks-table.ts`. A test fails while the two differ. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Cited, KnownBenchmark, KnownFacts } from '../shared/benchmarks/benchmark.ts';
import { citationUrl } from '../shared/benchmarks/citation.ts';
import { KNOWN_BENCHMARKS } from '../shared/benchmarks/known/index.ts';

const INTRODUCTION = `# Known benchmarks

What Evalmark knows of public benchmarks without asking anybody, from \`shared/benchmarks/known/\`. Every fact carries its source.
An empty cell means that no source was read that says it, not that there is nothing to say. This file is made by
\`npx tsx scripts/benchmarks-table.ts\`; change the registry, not this table.

- **Task**: id in the benchmark's \`eval.yaml\`. A task id is called unknown only where all of them are known (marked ✓).
- **Items**: items of the set that is usually run. **Chance**: score of guessing, from 0 to 1. **Direction**: which way is better.
- **Label errors**: share of items with a wrong or unanswerable gold label, from 0 to 1.
`;

const HEAD = ['Benchmark', 'Task', 'Items', 'Chance', 'Metric', 'Direction', 'Published', 'Label errors'];

/** The whole document. */
export function benchmarksTable(benchmarks: readonly KnownBenchmark[]): string {
	const rows = benchmarks.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).flatMap(rowsOf);
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [INTRODUCTION, line(HEAD), line(HEAD.map(() => '---')), ...rows.map(line), ''].join('\n');
}

function rowsOf(benchmark: KnownBenchmark): string[][] {
	const { name, id, tasks, tasksComplete, facts, citation } = benchmark;
	const first = `${linked(escaped(name), citation)}<br>${code(id)}`;
	const last = [fact(benchmark.published), fact(benchmark.labelErrors)];
	const rows = tasks.map((task) => [`${code(task.id)}${tasksComplete ? ' ✓' : ''}`, ...factCells(task)]);
	if (facts || rows.length === 0) rows.push(['*whole*', ...factCells(facts ?? {})]);
	return rows.map((row, index) => (index === 0 ? [first, ...row, ...last] : ['', ...row, '', '']));
}

const factCells = ({ items, chance, metric, direction }: KnownFacts): string[] => [
	fact(items),
	fact(chance),
	fact(metric),
	fact(direction),
];

function fact(cited: Cited<string | number> | undefined): string {
	if (!cited) return '';
	const value = typeof cited.value === 'number' ? cited.value.toLocaleString('en', { maximumFractionDigits: 4 }) : escaped(cited.value);
	return linked(value, cited.source);
}

/** The value leads to its source; what else the source says stands in the title. */
function linked(text: string, source: string | undefined): string {
	const url = source === undefined ? undefined : citationUrl(source);
	if (source === undefined || url === undefined) return text;
	const title = source === url ? '' : ` "${escaped(source).replaceAll('"', "'")}"`;
	return `[${text}](${url}${title})`;
}

const escaped = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => `\`${escaped(text)}\``;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), benchmarksTable(KNOWN_BENCHMARKS));
}
