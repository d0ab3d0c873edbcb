import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { benchmarksTable } from '../../../scripts/benchmarks-table.ts';
import type { Cited, KnownBenchmark } from '../../../shared/benchmarks/benchmark.ts';
import { citationUrl } from '../../../shared/benchmarks/citation.ts';
import { KNOWN_BENCHMARKS, knownBenchmark } from '../../../shared/benchmarks/known/index.ts';

/** Task ids as benchmarks on the Hub define them. */
const DEFINED: Readonly<Record<string, readonly string[]>> = {
	'cais/hle': ['hle'],
	'Idavidrein/gpqa': ['diamond'],
	'TIGER-Lab/MMLU-Pro': ['mmlu_pro'],
	'openai/gsm8k': ['gsm8k'],
	'MathArena/aime_2026': ['MathArena/aime_2026'],
	'MathArena/hmmt_feb_2026': ['MathArena/hmmt_feb_2026'],
	'SWE-bench/SWE-bench_Verified': ['swe_bench_%_resolved'],
	'SWE-bench/SWE-bench_Multilingual': ['swe_bench_multilingual_%_resolved'],
	'ScaleAI/SWE-bench_Pro': ['SWE_Bench_Pro'],
	'harborframework/terminal-bench-2.0': ['terminalbench_2'],
	'harborframework/terminal-bench': ['terminalbench_4'],
	'harborframework/terminal-bench-science': ['terminalbenchscience_0_1'],
	'allenai/olmOCR-bench': [
		'overall',
		'arxiv_math',
		'old_scans_math',
		'table_tests',
		'old_scans',
		'multi_column',
		'long_tiny_text',
		'headers_footers',
		'baseline',
	],
	'LiquidAI/ifstruct-v1.0': ['ifstruct_v1'],
	'llamaindex/ParseBench': ['mean'],
	'likaixin/ScreenSpot-Pro': ['overall'],
	'MMMU/MMMU_Pro': ['mmmu_pro_vision'],
	'LEXam-Benchmark/LEXam': ['open_question', 'mcq_4_choices'],
	'hf-audio/open-asr-leaderboard': ['mean_wer', 'rtfx'],
	'mteb/arguana': ['ArguAna', 'ArguAna_default_test'],
	'OpenEvals/MuSR': ['musr:murder_mysteries'],
};

const ITEMS: Readonly<Record<string, number>> = {
	mmlu: 14_042,
	'mmlu-pro': 12_032,
	'gpqa diamond': 198,
	hle: 2500,
	gsm8k: 1319,
	math: 5000,
	'arc-challenge': 1172,
	hellaswag: 10_042,
	truthfulqa: 817,
	winogrande: 1267,
	humaneval: 164,
	'aime 2025': 30,
	'aime 2026': 30,
	'swe-bench verified': 500,
	ifeval: 541,
	bbh: 6511,
};

function facts(benchmark: KnownBenchmark): Cited<unknown>[] {
	const all = [benchmark.facts ?? {}, ...benchmark.tasks].flatMap(({ items, chance, metric, direction }) => [
		items,
		chance,
		metric,
		direction,
	]);
	return [...all, benchmark.published, benchmark.labelErrors].filter((fact) => fact !== undefined);
}

describe('the registry of known benchmarks', () => {
	test('finds a benchmark by its dataset id and by every alias, whatever their case', () => {
		for (const benchmark of KNOWN_BENCHMARKS) {
			for (const name of [benchmark.id, ...benchmark.aliases]) {
				expect(knownBenchmark(name)).toBe(benchmark);
				expect(knownBenchmark(name.toUpperCase())).toBe(benchmark);
			}
		}
	});

	test('has no name twice', () => {
		const names = KNOWN_BENCHMARKS.flatMap(({ id, aliases }) => [...new Set([id, ...aliases].map((name) => name.toLowerCase()))]);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	test('knows nothing of what it does not have', () => {
		expect(knownBenchmark('acme/owl-bench')).toBeUndefined();
		expect(knownBenchmark('')).toBeUndefined();
		expect(knownBenchmark('__proto__')).toBeUndefined();
	});

	test.each(Object.entries(DEFINED))('%s has the task ids that its definition has', (id, tasks) => {
		expect(knownBenchmark(id)?.tasks.map((task) => task.id)).toEqual(tasks);
	});

	test.each(Object.entries(ITEMS))('%s has its number of items', (name, items) => {
		const found = knownBenchmark(name);
		expect((found?.tasks[0] ?? found?.facts)?.items?.value).toBe(items);
	});

	test('leaves out what its sources disagree about', () => {
		expect(knownBenchmark('drop')?.facts?.items).toBeUndefined();
		expect(knownBenchmark('screenspot-pro')?.tasks[0]?.items).toBeUndefined();
	});

	test('keeps the two directions of one benchmark apart', () => {
		const [wer, rtfx] = knownBenchmark('hf-audio/open-asr-leaderboard')?.tasks ?? [];
		expect([wer?.direction?.value, rtfx?.direction?.value]).toEqual(['lower', 'higher']);
	});

	describe.each(KNOWN_BENCHMARKS.map((benchmark) => [benchmark.id, benchmark] as const))('%s', (_id, benchmark) => {
		test('says where every fact is from, at an address that can be opened', () => {
			for (const { source } of facts(benchmark)) expect(citationUrl(source), source).toMatch(/^https:\/\/[a-z0-9.-]+(?:\/|$)/);
			if (benchmark.citation !== undefined) expect(citationUrl(benchmark.citation)).toBeDefined();
		});

		test('has shares between 0 and 1, whole numbers of items and dates', () => {
			for (const { items, chance } of [benchmark.facts ?? {}, ...benchmark.tasks]) {
				if (items) expect(Number.isInteger(items.value) && items.value > 0).toBe(true);
				if (chance) expect(chance.value > 0 && chance.value < 1).toBe(true);
			}
			const { labelErrors, published } = benchmark;
			if (labelErrors) expect(labelErrors.value > 0 && labelErrors.value < 0.5).toBe(true);
			if (published) expect(published.value).toMatch(/^20\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
		});

		test('has no task twice, and calls its list of tasks complete only where it has one', () => {
			expect(new Set(benchmark.tasks.map((task) => task.id)).size).toBe(benchmark.tasks.length);
			if (benchmark.tasksComplete) expect(benchmark.tasks).not.toEqual([]);
		});
	});

	test('is what docs/benchmarks.md shows', () => {
		const written = readFileSync(new URL('../../../docs/benchmarks.md', import.meta.url), 'utf8');
		expect(written).toBe(benchmarksTable(KNOWN_BENCHMARKS));
	});
});

describe('a citation', () => {
	test.each([
		['arXiv:2009.03300', 'https://arxiv.org/abs/2009.03300'],
		['test split: https://example.org/data, first table', 'https://example.org/data'],
		['a book', undefined],
	])('%s leads to %s', (citation, url) => {
		expect(citationUrl(citation)).toBe(url);
	});
});
