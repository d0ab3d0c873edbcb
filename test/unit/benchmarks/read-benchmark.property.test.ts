import { expect, test } from 'vitest';
import { readBenchmark } from '../../../shared/benchmarks/read-benchmark.ts';
import { definesAnything } from './property.ts';

const encode = (text: string) => new TextEncoder().encode(text);

test('any bytes are read as a benchmark definition', () => definesAnything(Number(process.env.EVALMARK_RUNS ?? 1000)));

test.each([
	['nested deeply', 'tasks: '.padEnd(200_000, '[{a: ')],
	['of many tasks in one line', `evaluation_framework: mteb\ntasks: [${'{ id: a, solvers: [x, y] }, '.repeat(30_000)}]`],
	['broken on every line', '- "\n'.repeat(100_000)],
])('a definition %s takes no longer than its length explains', (_what, definition) => {
	const started = performance.now();
	readBenchmark(encode(definition));
	expect(performance.now() - started).toBeLessThan(5000);
});
