import type { Oid } from '../../git/oid.ts';
import type { BaseFile, CollectStep, Evidence, HostSays, Submission } from '../evidence.ts';
import { evidenceId } from '../evidence.ts';
import type { DatasetsOf } from '../host.ts';
import { listPulls } from './discussions.ts';
import { type HubFile, readFile } from './file.ts';
import type { IndexedFile } from './index-answer.ts';
import { quiet } from './quiet.ts';
import type { Reading } from './reading.ts';
import { listResults } from './tree.ts';

/** So many of the newest that the index names are read. */
const PULLS = 200;
/** So many of the newest that it does not name (closed ones, drafts) are looked into. */
const UNNAMED = 10;

interface Wanted {
	readonly submission: Submission;
	readonly files: readonly { readonly path: string; readonly blob?: Oid; readonly says?: HostSays }[];
}

const refOf = (number: number): string => `refs/pr/${number}`;

/**
 * What pull requests add. Those that the index names are open; only where it names any, the list of discussions is asked for their
 * authors and for closed ones, so that a disputed score does not vanish silently. In ascending order.
 */
export async function* pullSteps(
	reading: Reading,
	indexed: readonly IndexedFile[],
	main: readonly Evidence[],
	standing: ReadonlySet<Oid>,
	repository: string,
	datasetsOf: DatasetsOf,
): AsyncGenerator<CollectStep, void> {
	const byPull = new Map<number, IndexedFile[]>();
	for (const file of indexed) if (file.pull !== undefined) byPull.set(file.pull, [...(byPull.get(file.pull) ?? []), file]);
	if (byPull.size === 0) return yield { type: 'submissions', total: 0, read: 0 };
	const list = await listPulls(reading);
	if (!list.ok) yield { type: 'problem', problem: list.problem };
	const known = list.ok ? list.value : new Map<number, Submission>();
	const newest = [...byPull.keys()].sort((a, b) => a - b).slice(-PULLS);
	if (newest.length < byPull.size) {
		const params = { origin: reading.origin, path: reading.path, total: byPull.size, read: newest.length, limit: PULLS };
		yield { type: 'problem', problem: { code: 'too-large', subject: 'submissions', params } };
	}
	const wanted: Wanted[] = newest.map((number) => ({
		submission: open(number, known.get(number), reading),
		files: (byPull.get(number) ?? []).map(({ path, says }) => ({ path, says })),
	}));
	const others = [...known.values()].filter(({ number, state }) => !byPull.has(number) && (state === 'draft' || state === 'closed'));
	const looked = others.sort((a, b) => b.number - a.number).slice(0, UNNAMED);
	const listings = await Promise.all(looked.map(({ number }) => listResults(reading, refOf(number), false)));
	// A ref that was deleted has nothing to list; what could not be asked is said, once.
	const failed = listings.find((listing) => !listing.ok);
	if (failed && !failed.ok) yield { type: 'problem', problem: { ...failed.problem, subject: 'submissions' } };
	for (const [n, submission] of looked.entries()) {
		const listing = listings[n];
		if (listing?.ok) wanted.push({ submission, files: ownFiles(listing.value.files, standing) });
	}
	wanted.sort((a, b) => a.submission.number - b.submission.number);

	const reads = wanted.map(({ submission, files }) =>
		files.map(({ path, blob }) => quiet(readFile(reading, refOf(submission.number), path, 'file', blob))),
	);
	for (const [n, { submission, files }] of wanted.entries()) {
		for (const [m, { path, says }] of files.entries()) {
			const file = await reads[n]?.[m];
			if (!file) continue;
			if (!file.ok) {
				yield {
					type: 'problem',
					problem: { ...file.problem, params: { ...file.problem.params, path, number: String(submission.number) } },
				};
				continue;
			}
			yield {
				type: 'evidence',
				evidence: evidenceOf(file.value, path, submission, repository, says, base(path, file.value.bytes, main, datasetsOf)),
			};
		}
	}
	// A merged one stands on the default branch: there is nothing of its own to read.
	yield { type: 'submissions', total: byPull.size + others.length, read: newest.length + looked.length };
}

/** The index lists entries of open pull requests only (hub-docs `eval-results.md`), also where the list is missing or says it later. */
const open = (number: number, listed: Submission | undefined, { origin, path }: Reading): Submission =>
	listed && listed.state !== 'merged'
		? listed
		: { number, url: `${origin}/${path}/discussions/${number}`, ...listed, state: listed?.state ?? 'open' };

/** Files of a listing that do not stand on the default branch, by their blobs: the only ones that can be a pull request's own. */
const ownFiles = (files: ReadonlyMap<string, Oid>, standing: ReadonlySet<Oid>): Wanted['files'] =>
	[...files]
		.filter(([, blob]) => !standing.has(blob))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([path, blob]) => ({ path, blob }));

function evidenceOf(
	{ bytes, blob, commit }: HubFile,
	path: string,
	submission: Submission,
	repository: string,
	hostSays: HostSays | undefined,
	before: readonly BaseFile[],
): Evidence {
	return {
		id: evidenceId(repository, commit, path),
		repository,
		role: 'results',
		path,
		ref: refOf(submission.number),
		commit,
		blob,
		bytes,
		submission,
		...(before.length > 0 && { base: before }),
		...(hostSays && { hostSays }),
	};
}

/** Files of the default branch that entries of a pull request's file may have been taken from: those of the same path first. */
function base(path: string, bytes: Uint8Array, main: readonly Evidence[], datasetsOf: DatasetsOf): readonly BaseFile[] {
	const datasets = new Set(datasetsOf(bytes).map(({ id }) => id));
	const same = main.filter((piece) => piece.path === path);
	const others = main.filter((piece) => piece.path !== path && datasetsOf(piece.bytes).some(({ id }) => datasets.has(id)));
	return [...new Map([...same, ...others].map((piece) => [piece.blob, { blob: piece.blob, bytes: piece.bytes }])).values()];
}
