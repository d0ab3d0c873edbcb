import type { KnownBenchmark } from '../benchmark.ts';
import { aime2025 } from './aime-2025.ts';
import { aime2026 } from './aime-2026.ts';
import { arc } from './arc.ts';
import { arguana } from './arguana.ts';
import { bbh } from './bbh.ts';
import { drop } from './drop.ts';
import { gpqa } from './gpqa.ts';
import { gsm8k } from './gsm8k.ts';
import { hellaswag } from './hellaswag.ts';
import { hle } from './hle.ts';
import { hmmtFeb2026 } from './hmmt-feb-2026.ts';
import { humaneval } from './humaneval.ts';
import { ifeval } from './ifeval.ts';
import { ifstruct } from './ifstruct.ts';
import { lexam } from './lexam.ts';
import { math } from './math.ts';
import { mmlu } from './mmlu.ts';
import { mmluPro } from './mmlu-pro.ts';
import { mmmuPro } from './mmmu-pro.ts';
import { musr } from './musr.ts';
import { olmocrBench } from './olmocr-bench.ts';
import { openAsrLeaderboard } from './open-asr-leaderboard.ts';
import { parsebench } from './parsebench.ts';
import { screenspotPro } from './screenspot-pro.ts';
import { sweBenchMultilingual } from './swe-bench-multilingual.ts';
import { sweBenchPro } from './swe-bench-pro.ts';
import { sweBenchVerified } from './swe-bench-verified.ts';
import { terminalBench } from './terminal-bench.ts';
import { terminalBench2 } from './terminal-bench-2.ts';
import { terminalBenchScience } from './terminal-bench-science.ts';
import { truthfulqa } from './truthfulqa.ts';
import { winogrande } from './winogrande.ts';

/** Public benchmarks of which something is known, each fact with its source. Add one: a file here and a line in this list. */
export const KNOWN_BENCHMARKS: readonly KnownBenchmark[] = [
	aime2025,
	aime2026,
	arc,
	arguana,
	bbh,
	drop,
	gpqa,
	gsm8k,
	hellaswag,
	hle,
	hmmtFeb2026,
	humaneval,
	ifeval,
	ifstruct,
	lexam,
	math,
	mmlu,
	mmluPro,
	mmmuPro,
	musr,
	olmocrBench,
	openAsrLeaderboard,
	parsebench,
	screenspotPro,
	sweBenchMultilingual,
	sweBenchPro,
	sweBenchVerified,
	terminalBench,
	terminalBench2,
	terminalBenchScience,
	truthfulqa,
	winogrande,
];

const byName = new Map<string, KnownBenchmark>();
for (const benchmark of KNOWN_BENCHMARKS) {
	for (const name of [benchmark.id, ...benchmark.aliases]) byName.set(name.toLowerCase(), benchmark);
}

/** What is known of a benchmark, by its dataset id or an alias, without regard to case; `undefined` where nothing is. */
export function knownBenchmark(datasetId: string): KnownBenchmark | undefined {
	return byName.get(datasetId.toLowerCase());
}
