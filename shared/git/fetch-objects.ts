import type { Ask } from '../http/read-answer.ts';
import { request } from '../http/request.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { answerLimits, commandAsk } from './command.ts';
import { isNothing, readFetchAnswer } from './fetch-answer.ts';
import { gitProblem, type Subject } from './git-problem.ts';
import type { GitObject } from './object.ts';
import { keepObjects } from './object-store.ts';
import type { Oid } from './oid.ts';
import { packObjects } from './pack-objects.ts';
import { AGENT, type Remote } from './remote.ts';
import { readUploadAnswer, uploadAsk } from './version-0.ts';

/** What the server may leave out: all trees and blobs; all but root trees; blobs. What is wanted by oid is always sent. */
type Filter = 'tree:0' | 'tree:1' | 'blob:none';

export interface Wanted {
	/** Oids of any objects, not only of commits that refs stand at: version 2 servers send what they have. */
	readonly wants: readonly Oid[];
	readonly filter?: Filter;
	/** Commits of history counted from each want, 1 or more; absent: all of it. */
	readonly deepen?: number;
	/** History that can be reached from this ref is left out; what is left out is what `shallow` commits name as parents. Not with `deepen`. */
	readonly deepenNot?: string;
}

export interface Fetched {
	readonly objects: ReadonlyMap<Oid, GitObject>;
	/** Commits whose parents were left out. */
	readonly shallow: readonly Oid[];
}

/**
 * Fetches objects in one request and keeps them in the store. Every object stands under the oid that its bytes hash to.
 * `not-supported` without a request where the server cannot filter or cut history; `corrupt` and `too-large` by the pack;
 * `incomplete` where a wanted object did not come (with `deepenNot` none may come: the ref reaches them all); else as `request` and `readFetchAnswer`.
 */
export async function fetchObjects(
	remote: Remote,
	wanted: Wanted,
	ports: Ports,
	signal: AbortSignal,
	subject: Subject = 'repository',
): Promise<Outcome<Fetched>> {
	if (wanted.wants.length === 0) return succeed({ objects: new Map(), shallow: [] });
	const ask = fetchAsk(remote, wanted, subject);
	if (!ask.ok) return ask;
	const answer = await request(ports, ask.value, answerLimits, signal);
	if (!answer.ok) return answer;
	const fetched = await fetchedIn(answer.value.bytes, remote, wanted, ports, subject);
	signal.throwIfAborted();
	return fetched;
}

/** The `fetch` command, or why this server cannot be asked so. */
export function fetchAsk(remote: Remote, { wants, filter, deepen, deepenNot }: Wanted, subject: Subject): Outcome<Ask> {
	if (remote.version0)
		return uploadAsk(
			remote.url,
			remote.version0,
			{ wants, ...(filter && { filter }), ...(deepen && { deepen }), ...(deepenNot && { deepenNot }) },
			AGENT,
			subject,
		);
	const cannot = (reason: string) => fail(gitProblem(remote.url, 'not-supported', subject, reason));
	if (filter !== undefined && !remote.filter) return cannot('filter');
	// Git refuses both together.
	if (deepen !== undefined && deepenNot !== undefined) return cannot('deepen');
	if ((deepen !== undefined || deepenNot !== undefined) && !remote.shallow) return cannot('shallow');
	const lines = ['no-progress', 'ofs-delta', ...new Set(wants.map((oid) => `want ${oid}`))];
	if (filter !== undefined) lines.push(`filter ${filter}`);
	if (deepen !== undefined) lines.push(`deepen ${deepen}`);
	if (deepenNot !== undefined) lines.push(`deepen-not ${deepenNot}`);
	return commandAsk(remote, 'fetch', [...lines, 'done'], subject);
}

/** Reads what that server answers to a `fetch`. */
export const answerOf = ({ version0 }: Pick<Remote, 'version0'>): typeof readFetchAnswer => (version0 ? readUploadAnswer : readFetchAnswer);

/** What a whole answer holds, kept in the store. */
export async function fetchedIn(
	bytes: Uint8Array,
	remote: Remote,
	wanted: Wanted,
	ports: Ports,
	subject: Subject,
): Promise<Outcome<Fetched>> {
	const { wants, deepenNot } = wanted;
	// Git has nothing to say, and ends there, where the ref reaches all that is wanted ("no commits selected for shallow requests").
	if (deepenNot !== undefined && isNothing(bytes)) return succeed({ objects: new Map(), shallow: [] });
	const read = answerOf(remote)(bytes, remote.url, subject);
	if (!read.ok) return read;
	const objects = await packObjects(read.value.pack, remote.format, ports.digest);
	if (!objects.ok) return fail(gitProblem(remote.url, objects.code, subject, objects.reason));
	await keepObjects(objects.value.values(), ports.store, ports.now());
	// With `deepen-not`, a want that the ref already reaches may rightly be left out.
	const absent = deepenNot === undefined ? wants.find((oid) => !objects.value.has(oid)) : undefined;
	if (absent !== undefined) return fail(gitProblem(remote.url, 'incomplete', subject, 'absent', absent));
	return succeed({ objects: objects.value, shallow: read.value.shallow });
}
