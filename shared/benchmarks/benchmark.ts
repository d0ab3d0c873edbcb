import type { EvidenceId, Held } from '../hosts/evidence.ts';
import type { Issue } from '../results/issue.ts';

/** A solver or scorer as `eval.yaml` names it. */
export interface Step {
	readonly name: string;
	readonly args: Readonly<Record<string, unknown>>;
	/** 1-based line in the file. */
	readonly line: number;
}

/** One task of an `eval.yaml`: what it prescribes. Absent means the file does not say, not that a default applies. */
export interface BenchmarkTask {
	readonly id: string;
	readonly name?: string;
	readonly config?: string;
	readonly split?: string;
	readonly fieldSpec?: Readonly<Record<string, unknown>>;
	readonly solvers: readonly Step[];
	readonly scorers: readonly Step[];
	readonly shuffleChoices?: boolean;
	readonly epochs?: number;
	readonly epochReducer?: string;
	readonly line: number;
}

/** What a benchmark's own `eval.yaml` says. */
export interface BenchmarkDefinition {
	readonly name?: string;
	readonly description?: string;
	readonly framework?: string;
	readonly tasks: readonly BenchmarkTask[];
	readonly issues: readonly Issue[];
}

/** A fact with where it is from. */
export interface Cited<T> {
	readonly value: T;
	/** Paper, page or file that says so. */
	readonly source: string;
}

/** What the registry knows of a public benchmark. What is not known is absent, not guessed. */
export interface KnownBenchmark {
	/** Dataset id on the Hub, as written there: `cais/hle`. */
	readonly id: string;
	readonly name: string;
	/** Other dataset ids and names that mean this benchmark. */
	readonly aliases: readonly string[];
	/** Tasks that its `eval.yaml` is known to define, with their ids as written there. */
	readonly tasks: readonly KnownTask[];
	/** Whether `tasks` are all of them, so that another task id is a mistake. */
	readonly tasksComplete?: true;
	/** Of the benchmark as a whole, as it is usually run; where a task has facts of its own, those say more. */
	readonly facts?: KnownFacts;
	/** `2021`, `2021-03` or `2021-03-05`. */
	readonly published?: Cited<string>;
	/** Share of items with a wrong or unanswerable gold label, 0 to 1. */
	readonly labelErrors?: Cited<number>;
	readonly citation?: string;
}

export interface KnownFacts {
	readonly items?: Cited<number>;
	/** Score of guessing, 0 to 1. */
	readonly chance?: Cited<number>;
	readonly metric?: Cited<string>;
	readonly direction?: Cited<'higher' | 'lower'>;
}

export interface KnownTask extends KnownFacts {
	readonly id: string;
	readonly name?: string;
}

/** A benchmark as far as anything is known: its own definition, read here, and the registry. */
export interface Benchmark {
	/** Dataset id as the results write it. */
	readonly dataset: string;
	readonly definition?: BenchmarkDefinition;
	/** The `eval.yaml` that the definition was read from. */
	readonly evidence?: EvidenceId;
	readonly known?: KnownBenchmark;
	/** Whether its repository was looked for on this host: absent means not asked. */
	readonly lookedFor?: 'found' | 'not-found' | 'gated';
	/** Definitions that held before today's, where scores were measured under them. */
	readonly earlier?: readonly EarlierDefinition[];
}

export interface EarlierDefinition extends Held {
	readonly evidence: EvidenceId;
	readonly commit: string;
	readonly definition: BenchmarkDefinition;
}
