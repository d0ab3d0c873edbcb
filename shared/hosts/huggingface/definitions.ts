import { type CollectStep, type Evidence, evidenceId, type ProblemCode } from '../evidence.ts';
import type { DatasetsOf } from '../host.ts';
import { readFile } from './file.ts';
import { quiet } from './quiet.ts';
import { datasetReading, type Reading } from './reading.ts';

/** Datasets that one collect looks for, in the order in which results name them. */
const DATASETS = 12;
const FILE = 'eval.yaml';
const DATASET_ID = /^[\w.-]{1,100}(?:\/[\w.-]{1,100})?$/;

/** The `eval.yaml` of a dataset, as a piece of evidence. */
export function definitionEvidence(
	reading: Reading,
	dataset: string,
	file: { readonly bytes: Uint8Array; readonly blob: Evidence['blob']; readonly commit: Evidence['commit'] },
): Evidence {
	const repository = `${reading.origin}/datasets/${dataset}`;
	return {
		id: evidenceId(repository, file.commit, FILE),
		repository,
		role: 'benchmark',
		path: FILE,
		ref: 'refs/heads/main',
		dataset,
		...file,
	};
}

/**
 * Definitions of the datasets that results name, each in one request; what is not there is remembered for an hour. A gated dataset may
 * well have one, but only people who were let in can read it: that is said of the benchmark.
 */
export async function* definitionSteps(
	reading: Reading,
	evidence: readonly Evidence[],
	datasetsOf: DatasetsOf,
): AsyncGenerator<CollectStep, void> {
	// The first spelling of each: the Hub takes ids without regard to case.
	const ids = new Map<string, string>();
	for (const { role, bytes } of evidence) {
		if (role !== 'results') continue;
		for (const { id } of datasetsOf(bytes)) if (DATASET_ID.test(id) && !ids.has(id.toLowerCase())) ids.set(id.toLowerCase(), id);
	}
	const wanted = [...ids.values()].slice(0, DATASETS);
	const reads = wanted.map((id) => quiet(readFile(datasetReading(reading, id), 'main', FILE, 'benchmark')));
	const said = new Set<ProblemCode>();
	for (const [n, dataset] of wanted.entries()) {
		const read = await reads[n];
		if (!read) continue;
		if (read.ok) {
			yield { type: 'evidence', evidence: definitionEvidence(reading, dataset, read.value) };
			yield { type: 'benchmark', dataset, found: true };
			continue;
		}
		const { problem } = read;
		const gated = problem.params.reason === 'gated';
		if (problem.code === 'not-found' || gated) yield { type: 'benchmark', dataset, found: false, ...(gated && { gated }) };
		// That a dataset lets only some people in is how it is, not something that failed.
		if (problem.code !== 'not-found' && !gated && !said.has(problem.code)) {
			said.add(problem.code);
			yield { type: 'problem', problem: { ...problem, params: { ...problem.params, dataset } } };
		}
	}
	if (ids.size > DATASETS) {
		const params = { origin: reading.origin, path: reading.path, total: ids.size, read: DATASETS };
		yield { type: 'problem', problem: { code: 'too-large', subject: 'benchmark', params } };
	}
}
