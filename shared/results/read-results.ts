import type { EvidenceId } from '../hosts/evidence.ts';
import type { Issue } from './issue.ts';
import type { EvalResult } from './result.ts';

export interface Where {
	readonly evidence: EvidenceId;
	/** Task ids that a benchmark defines, where known (its `eval.yaml`, else the registry). */
	readonly tasksOf: (datasetId: string) => readonly string[] | undefined;
}

export interface ReadResults {
	readonly results: readonly EvalResult[];
	/** Findings about the file as a whole; those about one entry are on the entry. */
	readonly issues: readonly Issue[];
}

/** Placeholder until the YAML reader lands. */
export function readResults(_bytes: Uint8Array, _where: Where): ReadResults {
	return { results: [], issues: [] };
}
