import type { Oid } from '../../git/oid.ts';
import type { CollectStep, Evidence, Held, ProblemCode } from '../evidence.ts';
import { fieldsOf, listOf, textOf } from '../fields.ts';
import type { DatasetsOf, NamedDataset } from '../host.ts';
import { definitionEvidence } from './definitions.ts';
import { readFile } from './file.ts';
import { apiUrl, datasetReading, getJson, type Reading } from './reading.ts';

/** So many earlier definitions of one dataset are read. */
const EARLIER = 3;
const REVISION = /^[0-9a-f]{7,64}$/;

interface Then {
	/** A commit, or the beginning of one. */
	readonly revision: string;
	readonly held: Held;
}

/**
 * What a benchmark prescribed when a score was measured, where that is not what it prescribes today: at the revision that a result pins,
 * else at its date, for which the dataset's history is asked once. Comes last: everything else is shown by then.
 */
export async function* earlierSteps(
	reading: Reading,
	given: readonly Evidence[],
	datasetsOf: DatasetsOf,
): AsyncGenerator<CollectStep, void> {
	const named = given.filter(({ role }) => role === 'results').flatMap(({ bytes }) => datasetsOf(bytes));
	const said = new Set<ProblemCode>();
	for (const { role, dataset, commit, blob } of given) {
		if (role !== 'benchmark' || dataset === undefined) continue;
		const own = named.filter(({ id }) => id.toLowerCase() === dataset.toLowerCase());
		const there = datasetReading(reading, dataset);
		const wanted = await moments(there, own, commit);
		for (const { revision, held } of wanted) {
			const file = await readFile(there, revision, 'eval.yaml', 'history');
			if (file.ok) {
				if (file.value.blob !== blob)
					yield { type: 'evidence', evidence: { ...definitionEvidence(reading, dataset, file.value), earlier: held } };
			} else if (file.problem.code !== 'not-found' && !said.has(file.problem.code)) {
				said.add(file.problem.code);
				yield { type: 'problem', problem: { ...file.problem, params: { ...file.problem.params, dataset } } };
			}
		}
	}
}

async function moments(reading: Reading, named: readonly NamedDataset[], today: Oid): Promise<readonly Then[]> {
	const found = new Map<string, Then>();
	for (const { revision } of named) {
		if (revision !== undefined && REVISION.test(revision) && !today.startsWith(revision)) found.set(revision, { revision, held: {} });
	}
	const dates = named.flatMap(({ revision, date }) => (revision === undefined && date !== undefined ? [Date.parse(date)] : []));
	if (dates.some(Number.isFinite)) {
		const told = await getJson(reading, apiUrl(reading, '/commits/main?limit=1000'), 'history');
		// The Hub lists the newest first.
		const commits = told.ok ? listOf(told.value.value).flatMap(commitOf) : [];
		for (const date of dates) {
			const index = commits.findIndex(({ at }) => at <= date);
			const then = commits[index];
			const next = commits[index - 1];
			if (then && next) found.set(then.id, { revision: then.id, held: { from: then.date, until: next.date } });
		}
	}
	return [...found.values()].slice(0, EARLIER);
}

function commitOf(item: unknown): { readonly id: string; readonly date: string; readonly at: number }[] {
	const { id, date } = fieldsOf(item);
	const [name, day] = [textOf(id, 64), textOf(date, 40)];
	const at = Date.parse(day ?? '');
	return name !== undefined && day !== undefined && REVISION.test(name) && Number.isFinite(at) ? [{ id: name, date: day, at }] : [];
}
