import type { GitObject } from '../../git/object.ts';
import type { Oid } from '../../git/oid.ts';
import { type CollectStep, type Evidence, evidenceId, type Problem, type Repository, type Submission } from '../evidence.ts';
import type { OwnFile } from './own-files.ts';
import { BENCHMARK_FILE, proof, type Reading, resultFiles, type Snapshot } from './snapshot.ts';

/** A result file larger than this is named, not carried: readers take 256 kB. */
const FILE_BYTES = 1024 * 1024;

/** Where a problem is, for its words. */
export const place = ({ origin, path }: Pick<Repository, 'origin' | 'path'>) => ({ origin, path });

/** Turns snapshots into steps, every object and every piece of evidence once, and remembers what they carried. */
export class Sequence {
	readonly repository: Repository;
	readonly reading: Reading;
	/** What was given so far, in order. */
	readonly given: Evidence[] = [];
	readonly #sent = new Set<Oid>();

	constructor(repository: Repository, reading: Reading) {
		this.repository = repository;
		this.reading = reading;
	}

	/** What stands on the default branch: its results, and, where it is a benchmark itself, its definition. */
	*ofMain(snapshot: Snapshot, ref: string): Generator<CollectStep, void> {
		const { files, misnamed, cut } = resultFiles(snapshot, this.reading);
		const definition = snapshot.benchmark === undefined ? [] : [{ path: BENCHMARK_FILE, blob: snapshot.benchmark }];
		if (files.length + definition.length > 0) yield* this.objects(proof(snapshot, this.reading));
		for (const file of files) yield* this.#evidence(snapshot, ref, file, { role: 'results' });
		const dataset = this.repository.path.replace(/^datasets\//, '');
		for (const file of definition) yield* this.#evidence(snapshot, ref, file, { role: 'benchmark', dataset });
		if (misnamed > 0) yield this.#problem('not-supported', { path: '.eval_results', reason: 'name', count: misnamed });
		if (cut) yield this.#problem('too-large', { path: '.eval_results' });
		if (snapshot.unreadable) yield this.#problem('not-supported', { path: '.eval_results', reason: snapshot.unreadable });
	}

	*ofPull(snapshot: Snapshot, ref: string, submission: Submission, files: readonly OwnFile[]): Generator<CollectStep, void> {
		if (files.length > 0) yield* this.objects(proof(snapshot, this.reading));
		for (const { base, ...file } of files) {
			yield* this.#evidence(snapshot, ref, file, { role: 'results', submission, ...(base.length > 0 && { base }) });
		}
	}

	*objects(objects: readonly GitObject[]): Generator<CollectStep, void> {
		const fresh = objects.filter(({ oid }) => !this.#sent.has(oid));
		for (const { oid } of fresh) this.#sent.add(oid);
		if (fresh.length > 0) yield { type: 'objects', objects: fresh };
	}

	*#evidence(
		{ commit }: Snapshot,
		ref: string,
		{ path, blob }: { readonly path: string; readonly blob: Oid },
		more: Pick<Evidence, 'role' | 'submission' | 'base' | 'dataset'>,
	): Generator<CollectStep, void> {
		const object = this.reading.objects.get(blob);
		if (object?.type !== 'blob') return yield this.#problem('corrupt', { path });
		const { bytes } = object;
		if (bytes.length > FILE_BYTES) return yield this.#problem('too-large', { path, limit: FILE_BYTES });
		const { id } = this.repository;
		const evidence: Evidence = {
			id: evidenceId(id, commit.oid, path),
			repository: id,
			path,
			ref,
			commit: commit.oid,
			blob,
			bytes,
			...more,
		};
		this.given.push(evidence);
		yield { type: 'evidence', evidence };
	}

	#problem(code: Problem['code'], params: Problem['params']): CollectStep {
		return { type: 'problem', problem: { code, subject: 'file', params: { origin: this.repository.origin, ...params } } };
	}
}
