import type { CollectStep, ProblemCode } from '../evidence.ts';
import type { DatasetsOf } from '../host.ts';
import type { RepoPage } from '../repo-page.ts';
import { datasetUrl, readDefinition } from './benchmark.ts';
import { place, type Sequence } from './evidence-steps.ts';

/** Datasets that one collect looks for, in the order in which results name them. */
const DATASETS = 12;
const AT_ONCE = 4;

/** Definitions of the datasets that the results name, where the page says where this host keeps datasets. Read at once, given in order. */
export async function* benchmarkSteps(page: RepoPage, sequence: Sequence, datasetsOf: DatasetsOf): AsyncGenerator<CollectStep, void> {
	const template = page.offers.dataset;
	const { remote, ports, signal } = sequence.reading;
	const own = sequence.given.flatMap(({ dataset }) => (dataset === undefined ? [] : [dataset.toLowerCase()]));
	for (const { dataset } of sequence.given) if (dataset !== undefined) yield { type: 'benchmark', dataset, found: true };
	if (template === undefined) return;

	const named = sequence.given.filter(({ role }) => role === 'results').flatMap(({ bytes }) => datasetsOf(bytes).map(({ id }) => id));
	// The first spelling of each: hosts take ids without regard to case.
	const ids = new Map<string, string>();
	for (const id of named) if (!ids.has(id.toLowerCase())) ids.set(id.toLowerCase(), id);
	const wanted = [...ids.values()]
		.filter((id) => !own.includes(id.toLowerCase()))
		.flatMap((dataset) => {
			const url = datasetUrl(template, dataset);
			return url === undefined ? [] : [{ dataset, url }];
		});
	const reads: ReturnType<typeof readDefinition>[] = [];
	const startUpTo = (end: number) => {
		for (const { dataset, url } of wanted.slice(reads.length, Math.min(end, DATASETS))) {
			const read = readDefinition(url, dataset, remote, ports, signal);
			// Each is awaited below, but an abort ends this before the later ones are.
			read.catch(() => undefined);
			reads.push(read);
		}
	};
	const said = new Set<ProblemCode>();
	for (const [n, { dataset }] of wanted.slice(0, DATASETS).entries()) {
		startUpTo(n + AT_ONCE);
		const definition = await reads[n];
		if (definition?.ok) {
			if (definition.value) {
				yield* sequence.objects(definition.value.proof);
				yield { type: 'evidence', evidence: definition.value.evidence };
			}
			yield { type: 'benchmark', dataset, found: definition.value !== undefined };
		} else if (definition && !said.has(definition.problem.code)) {
			said.add(definition.problem.code);
			yield { type: 'problem', problem: { ...definition.problem, params: { ...definition.problem.params, dataset } } };
		}
	}
	if (wanted.length > DATASETS) {
		const params = { ...place(sequence.repository), total: wanted.length, read: DATASETS };
		yield { type: 'problem', problem: { code: 'too-large', subject: 'benchmark', params } };
	}
}
