import type { Oid } from '../../git/oid.ts';
import type { Outcome } from '../../outcome.ts';
import type { BaseFile, CollectStep, Evidence, HostSays, Submission } from '../evidence.ts';
import { evidenceId } from '../evidence.ts';
import type { DatasetsOf } from '../host.ts';
import { listPulls } from './discussions.ts';
import { type HubFile, readFile } from './file.ts';
import type { IndexedFile } from './index-answer.ts';
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
	wanted.push(...(await unnamed(reading, [...known.values()], byPull, standing)));
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
	yield { type: 'submissions', total: Math.max(byPull.size, known.size), read: wanted.length };
}

/** The index lists entries of open pull requests only (hub-docs `eval-results.md`), also where the list is missing or says it later. */
const open = (number: number, listed: Submission | undefined, { origin, path }: Reading): Submission =>
	listed && listed.state !== 'merged'
		? listed
		: { number, url: `${origin}/${path}/discussions/${number}`, ...listed, state: listed?.state ?? 'open' };

/** Drafts and closed ones with result files of their own: by their blobs, which the listing of their ref tells. A ref that was deleted has none. */
async function unnamed(
	reading: Reading,
	listed: readonly Submission[],
	named: ReadonlyMap<number, unknown>,
	standing: ReadonlySet<Oid>,
): Promise<readonly Wanted[]> {
	const some = listed
		.filter(({ number, state }) => !named.has(number) && (state === 'draft' || state === 'closed'))
		.sort((a, b) => b.number - a.number)
		.slice(0, UNNAMED);
	const listings = await Promise.all(some.map(({ number }) => listResults(reading, refOf(number), false)));
	return some.flatMap((submission, n): Wanted[] => {
		const listing = listings[n];
		if (!listing?.ok) return [];
		const files = [...listing.value.files].filter(([, blob]) => !standing.has(blob)).sort(([a], [b]) => (a < b ? -1 : 1));
		return files.length === 0 ? [] : [{ submission, files: files.map(([path, blob]) => ({ path, blob })) }];
	});
}

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

/** Awaited later: an abort in between must not pass for a failure that nobody caught. */
export function quiet<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
	work.catch(() => undefined);
	return work;
}
