import { hashObject } from '../../git/hash-object.ts';
import { keepObjects, keptObject } from '../../git/object-store.ts';
import { type Oid, oid } from '../../git/oid.ts';
import { problemAt } from '../../http/problem-of.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import { entryOf, fresh } from '../../store/schema.ts';
import type { Problem } from '../evidence.ts';
import { fileAddress, get, type Reading } from './reading.ts';

/** A file at a commit. */
export interface HubFile {
	readonly bytes: Uint8Array;
	readonly blob: Oid;
	readonly commit: Oid;
}

/** A result file larger than this is named, not carried: readers take 256 kB. */
const FILE_BYTES = 1024 * 1024;

interface Place {
	readonly commit: Oid;
	readonly blob: Oid;
}

/**
 * The bytes of a file at a revision: from the store where its commit or its blob is known there, else by one request. The blob is
 * computed from the bytes; where a listing (`expected`) or the answer's `ETag` names another one, they are damaged.
 */
export async function readFile(
	reading: Reading,
	revision: string,
	path: string,
	subject: Problem['subject'],
	expected?: Oid,
): Promise<Outcome<HubFile>> {
	const { ports } = reading;
	const url = fileAddress(reading, revision, path);
	const fixed = oid(revision);
	const kind = fixed ? 'object' : 'refs';
	const key = `hub file ${url}`;
	const known = await ports.store.get<Place>(kind, key);
	const place = fresh(known, ports.now()) ? known.value : fixed && expected ? { commit: fixed, blob: expected } : undefined;
	const kept = place && (await keptObject(place.blob, ports));
	if (place && kept?.type === 'blob') return succeed({ bytes: kept.bytes, ...place });

	const answer = await get(reading, url, subject, FILE_BYTES);
	if (!answer.ok) return fail({ ...answer.problem, params: { ...answer.problem.params, path } });
	const { bytes, header } = answer.value;
	const commit = fixed ?? oid(header('x-repo-commit') ?? '');
	if (!commit) return fail(problemAt(url, 'unexpected-answer', subject, { path, reason: 'commit' }));
	const blob = await hashObject('blob', bytes, ports.digest, commit.length === 64 ? 'sha256' : 'sha1');
	const named = expected ?? oid(/^(?:W\/)?"([0-9a-f]{40})"$/.exec(header('etag') ?? '')?.[1] ?? '');
	if (named && named !== blob) return fail(problemAt(url, 'corrupt', subject, { path }));
	await keepObjects([{ oid: blob, type: 'blob', bytes }], ports.store, ports.now());
	await ports.store.put<Place>(kind, key, entryOf(kind, { commit, blob }, ports.now()));
	return succeed({ bytes, blob, commit });
}
