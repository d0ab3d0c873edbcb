import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { benchmark, tasksOf } from '../../../shared/benchmarks/join.ts';
import { scaleMixed } from '../../../shared/distribution/detectors/scale-mixed.ts';
import { readResults } from '../../../shared/results/read-results.ts';

/** Result files as they stand on the Hub: beside the checkout, not in it. */
const folder = new URL('../../../../shared/data/eval_results/', import.meta.url);
const there = existsSync(folder);

/** Entries, and issues as `code line`; written down after reading each file. */
const EXPECTED: Readonly<Record<string, readonly [entries: number, ...issues: string[]]>> = {
	'DualLoop__mmlu_pro.yaml': [1],
	'FireRed-OCR__olmocrbench_first4.yaml': [4],
	'GLM-5__swe_bench_verified_after.yaml': [1],
	'GLM-5__swe_bench_verified_before.yaml': [1],
	'Infinity-Parser-7B__olmocrbench.yaml': [9],
	'Kimi-K2.6-copy__aime_2026.yaml': [1],
	'Kimi-K2.6-copy__gpqa_diamond.yaml': [1],
	'Kimi-K2.6-copy__hle.yaml': [1],
	'MiniMax-M2.1__hle.yaml': [1],
	'MiniMax-M2.5__gpqa.yaml': [1],
	'MiniMax-M2.5__hle.yaml': [1],
	'MiniMax-M2.7__swe-bench_pro.yaml': [1],
	'MiniMax-M2.7__terminal-bench-2.0.yaml': [1],
	'MiniMax-M2__hle.yaml': [1],
	'MiniMax-M2__mmlu-pro.yaml': [1],
	'QED-Nano__MathArena--aime_2026.yaml': [1],
	'Step-3.5-Flash__gpqa_diamond.yaml': [1],
	'Step-3.5-Flash__hle.yaml': [1],
	'Step-3.5-Flash__mmlu_pro.yaml': [1],
	'Vedika-4.1-flash__hle.yaml': [1],
	'ZAYA1-8B__gpqa.yaml': [1],
	'ZAYA1-8B__mmlu-pro.yaml': [1],
	'fraction_value__Sn-CodeExplainer_gsm8k.yaml': [1],
	'gpt-oss-120b__swe_bench_verified_medium.yaml': [1],
	'key_order__Aura-Gen-2.0_gsm8k.yaml': [1],
	'missing_task_id__DeepSeek-R1_mmlu_pro.yaml': [1, 'hub-rejects-file 2', 'missing-task-id 2'],
	'missing_task_id__MiniMax-M2.1_mmlu_pro.yaml': [1, 'hub-rejects-file 2', 'missing-task-id 2'],
	'multilingual-e5-base__ArguAna.yaml': [2],
	'orphan_task_id__MiniMax-M2.1_swe_with_tools.yaml': [1, 'unknown-task-id 4'],
	'orphan_task_id__MiniMax-M2_terminal_bench.yaml': [1, 'unknown-task-id 4'],
	'orphan_task_id__Trinity-Large-Preview_gpqa.yaml': [1, 'unknown-task-id 4'],
	'parakeet-tdt-0.6b-v2__open_asr_leaderboard_part.yaml': [2],
	'placeholder_score__terry-u.yaml': [1],
	'source_url_null__Falcon-OCR.yaml': [1, 'hub-rejects-file 7', 'source-without-url 7'],
	'two_scores_same_task__MiniMax-M2.5_swe.yaml': [2, 'several-values-same-task 5', 'several-values-same-task 10'],
	'unquoted_date.yaml': [1, 'date-unquoted 7'],
	// No result files, but lying beside them: nothing in them is taken for a result.
	'RedHatAI-GLM-5.1__deleted.diff': [0, 'not-a-list 2', 'yaml-duplicate-key 4', 'yaml-duplicate-key 5', 'yaml-duplicate-key 6'],
	'clone_or_derivative.txt': [0, 'not-a-list 2'],
};

const names = there ? readdirSync(folder).sort() : [];
const read = (name: string) =>
	readResults(readFileSync(new URL(name, folder)), { evidence: name, tasksOf: (dataset) => tasksOf(benchmark(dataset)) });

interface Entry {
	readonly dataset: { readonly id: string; readonly task_id?: string; readonly revision?: string };
	readonly value: number;
	readonly verifyToken?: string;
	readonly date?: string;
	readonly source?: Readonly<Record<string, string | null>>;
	readonly notes?: string;
}

describe.skipIf(!there)('result files from the Hub', () => {
	it('are all known here', () => {
		expect(names).toEqual(Object.keys(EXPECTED).sort());
	});

	it.each(names)('%s has the entries and issues that a reader finds', (name) => {
		const { results, issues } = read(name);
		const all = [...issues, ...results.flatMap((result) => result.issues), ...scaleMixed(results).values()];
		expect([results.length, ...all.map(({ code, line }) => `${code} ${line}`)]).toEqual(EXPECTED[name]);
	});

	it.each(names.filter((name) => name.endsWith('.yaml')))('%s loses nothing', (name) => {
		const bytes = readFileSync(new URL(name, folder));
		const entries = load(bytes.toString('utf8')) as Entry[]; // Their shape is what the next lines check.
		const shown = read(name).results.map(({ dataset, value, valueText, date, source, notes, verifyToken }) => ({
			dataset,
			value,
			valueText,
			date,
			source,
			notes,
			verifyToken,
		}));
		const written = [...bytes.toString('utf8').matchAll(/^ {2}value: (.*)$/gm)].map(([, text]) => text);
		expect(shown).toEqual(
			entries.map(({ dataset: { id, task_id, revision }, value, date, source, notes, verifyToken }, index) => ({
				dataset: { id, taskId: task_id, revision },
				value,
				valueText: written[index],
				date,
				source: source && Object.fromEntries(Object.entries(source).filter(([, text]) => text !== null)),
				notes,
				verifyToken,
			})),
		);
	});
});
