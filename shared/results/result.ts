import type { EvidenceId } from '../hosts/evidence.ts';
import type { Issue } from './issue.ts';

/** Text as it stands in a file. Never trusted, never markup. */
export interface ResultSource {
	readonly url?: string;
	readonly name?: string;
	readonly user?: string;
	readonly org?: string;
}

/** `eval-results`: an entry of `.eval_results/*.yaml`; `model-index`: a metric in the front matter of a model's README. */
export type ResultKind = 'eval-results' | 'model-index';

/** What only a `model-index` says. Text as written. */
export interface CardFields {
	readonly taskType?: string;
	readonly taskName?: string;
	readonly datasetName?: string;
	readonly config?: string;
	readonly metricName?: string;
	readonly metricConfig?: string;
	/** Arguments of dataset and metric, as JSON. */
	readonly datasetArgs?: string;
	readonly metricArgs?: string;
	/** What the card says of itself; it proves nothing. */
	readonly verified?: boolean;
}

/** As compact JSON, in the order of the card. */
export interface SignedParts {
	readonly dataset: string;
	/** Without `verified` and `verifyToken`. */
	readonly metric: string;
}

/**
 * One entry of a result file. A bad entry is a result with issues, never a missing one; what it lacks is absent, never guessed.
 * Values are never rescaled and directions never assumed.
 */
export interface EvalResult {
	/** `<evidence id>#<index>` */
	readonly id: string;
	readonly kind: ResultKind;
	readonly evidence: EvidenceId;
	/** Position of the entry in its file, from 0. */
	readonly index: number;
	/** 1-based line where the entry begins. */
	readonly line: number;
	readonly dataset: {
		readonly id?: string;
		readonly taskId?: string;
		readonly revision?: string;
		readonly split?: string;
	};
	readonly metric?: string;
	/** As a number, where it is one. */
	readonly value?: number;
	/** As written in the file: `20.90` stays `20.90`. */
	readonly valueText?: string;
	/** Where the value stands in its file, 1-based. */
	readonly valueAt?: { readonly line: number; readonly column: number };
	/** As written. */
	readonly date?: string;
	readonly source?: ResultSource;
	readonly notes?: string;
	readonly verifyToken?: string;
	readonly card?: CardFields;
	/** Of a `model-index` entry with a token: what such tokens are made over. */
	readonly signedParts?: SignedParts;
	readonly issues: readonly Issue[];
}
