import type { EvidenceId } from '../hosts/evidence.ts';

/** What reading a result file has to know besides its bytes. */
export interface Where {
	readonly evidence: EvidenceId;
	/** Task ids that a benchmark defines, where known (its `eval.yaml`, else the registry). */
	readonly tasksOf: (datasetId: string) => readonly string[] | undefined;
}
