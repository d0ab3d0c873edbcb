import type { ExportBundle, ExportedEvidence, ExportedRepository } from './bundle.ts';
import { definitionsOf } from './definitions-of.ts';

/**
 * One export out of several, `undefined` out of none. A repository that stands in more than one of them is taken whole from
 * where it was read last, so that a pull request is not shown once open and once merged. Check each export before: a merged
 * one says no longer which file a problem came from. Fields that this version does not know stay with their entries;
 * those at the top come from the newest export.
 */
export function mergeExports(bundles: readonly ExportBundle[]): ExportBundle | undefined {
	const newestFirst = bundles.toSorted((a, b) => (a.exportedAt < b.exportedAt ? 1 : a.exportedAt > b.exportedAt ? -1 : 0));
	const [newest] = newestFirst;
	if (!newest || bundles.length === 1) return newest;
	const from = new Map<string, ExportBundle>();
	for (const bundle of newestFirst) {
		for (const repository of bundle.repositories) {
			const rival = from.get(repository.id);
			if (!rival || asOf(bundle, repository) > asOf(rival, find(rival, repository.id))) from.set(repository.id, bundle);
		}
	}
	// In the order in which the files were given, which is the order that the user chose.
	const parts = bundles.map((bundle) => ownPart(bundle, (id) => from.get(id) === bundle));
	return {
		...newest,
		repositories: parts.flatMap((part) => part.repositories),
		evidence: unique(
			parts.flatMap((part) => part.evidence),
			(piece) => piece.id,
		),
		objects: unique(
			parts.flatMap((part) => part.objects),
			(object) => object.oid,
		),
		results: parts.flatMap((part) => part.results),
		benchmarks: parts.flatMap((part) => part.benchmarks),
		assessments: parts.flatMap((part) => part.assessments),
	};
}

const find = (bundle: ExportBundle, id: string): ExportedRepository | undefined =>
	bundle.repositories.find((repository) => repository.id === id);

const asOf = (bundle: ExportBundle, repository: ExportedRepository | undefined): number =>
	repository?.asOf ?? Date.parse(bundle.exportedAt);

/** What an export says of the repositories that are taken from it. */
function ownPart(bundle: ExportBundle, mine: (repository: string) => boolean): ExportBundle {
	const benchmarks = bundle.benchmarks.filter((benchmark) => mine(benchmark.repository));
	const definitions = definitionsOf(benchmarks);
	const evidence = bundle.evidence.filter((piece: ExportedEvidence) => mine(piece.repository) || definitions.has(piece.id));
	const pieces = new Set(evidence.map((piece) => piece.id));
	const results = bundle.results.filter((result) => pieces.has(result.evidence));
	const names = new Set(results.map((result) => result.id));
	return {
		...bundle,
		repositories: bundle.repositories.filter((repository) => mine(repository.id)),
		evidence,
		results,
		benchmarks,
		assessments: bundle.assessments.filter((assessment) => names.has(assessment.result)),
	};
}

const unique = <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] =>
	[...new Map(items.toReversed().map((item) => [idOf(item), item])).values()].reverse();
