import { load } from 'js-yaml';
import { readResults } from '../../shared/results/read-results.ts';
import { type Bench, measurement, median } from './measurement.ts';

const ENTRIES = 500;
const ROUNDS = 30;

/** A result file of the size that a busy model carries, with every field filled. */
const file = Array.from(
	{ length: ENTRIES },
	(_, n) => `- dataset:
    id: bench/board-${n % 40}
    task_id: task_${n}
    revision: 5a81a4c7271a2a2a312b9a690f0c2fde837e4c29
  value: ${(n / 7).toFixed(2)}
  date: "2026-03-${String((n % 28) + 1).padStart(2, '0')}"
  source:
    url: https://example.org/logs/${n}
    name: Run ${n}
    user: someone
  notes: "0-shot, chain of thought"
`,
).join('');

/** Megabytes of result files read per second, beside a plain YAML load of the same bytes, which keeps no lines and no text as written. */
export const reading: Bench = {
	name: 'reading',
	async *run() {
		const bytes = new TextEncoder().encode(file);
		const where = { evidence: 'https://bench.example/a/b@0:.eval_results/a.yaml', tasksOf: () => undefined };
		const own = speed(bytes, () => readResults(bytes, where).results.length);
		const plain = speed(bytes, () => (load(new TextDecoder().decode(bytes)) as unknown[]).length);
		yield measurement('reading', own, 'MB/s', { name: 'js-yaml load', value: plain });
	},
};

function speed(bytes: Uint8Array, read: () => number): number {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const start = performance.now();
		const found = read();
		times.push(performance.now() - start);
		// A reader that stops early would look fast.
		if (found !== ENTRIES) throw new Error(`read ${found} of ${ENTRIES} entries`);
	}
	return bytes.length / 1000 / median(times);
}
