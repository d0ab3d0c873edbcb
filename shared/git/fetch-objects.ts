import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { command } from './command.ts';
import { isNothing, readFetchAnswer } from './fetch-answer.ts';
import { gitProblem, type Subject } from './git-problem.ts';
import type { GitObject } from './object.ts';
import { keepObjects } from './object-store.ts';
import type { Oid } from './oid.ts';
import { packObjects } from './pack-objects.ts';
import type { Remote } from './remote.ts';

/** What the server may leave out: all trees and blobs; all but root trees; blobs. What is wanted by oid is always sent. */
export type Filter = 'tree:0' | 'tree:1' | 'blob:none';

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
	const { wants, filter, deepen, deepenNot } = wanted;
	if (wants.length === 0) return succeed({ objects: new Map(), shallow: [] });
	if (filter !== undefined && !remote.filter) return fail(gitProblem(remote.url, 'not-supported', subject, 'filter'));
	const cuts = deepen !== undefined || deepenNot !== undefined;
	if (deepen !== undefined && deepenNot !== undefined) return fail(gitProblem(remote.url, 'not-supported', subject, 'deepen'));
	if (cuts && !remote.shallow) return fail(gitProblem(remote.url, 'not-supported', subject, 'shallow'));

	const lines = ['no-progress', 'ofs-delta', ...new Set(wants.map((oid) => `want ${oid}`))];
	if (filter !== undefined) lines.push(`filter ${filter}`);
	if (deepen !== undefined) lines.push(`deepen ${deepen}`);
	if (deepenNot !== undefined) lines.push(`deepen-not ${deepenNot}`);
	const answer = await command(remote, 'fetch', [...lines, 'done'], ports, signal, subject);
	if (!answer.ok) return answer;
	// Git has nothing to say, and ends there, where the ref reaches all that is wanted ("no commits selected for shallow requests").
	if (deepenNot !== undefined && isNothing(answer.value.bytes)) return succeed({ objects: new Map(), shallow: [] });
	const read = readFetchAnswer(answer.value.bytes, remote.url, subject);
	if (!read.ok) return read;
	const objects = await packObjects(read.value.pack, remote.format, ports.digest);
	signal.throwIfAborted();
	if (!objects.ok) return fail(gitProblem(remote.url, objects.code, subject, objects.reason));
	await keepObjects(objects.value.values(), ports.store, ports.now());
	// With `deepen-not`, a want that the ref already reaches may rightly be left out.
	const absent = deepenNot === undefined ? wants.find((oid) => !objects.value.has(oid)) : undefined;
	if (absent !== undefined) return fail(gitProblem(remote.url, 'incomplete', subject, 'absent', absent));
	return succeed({ objects: objects.value, shallow: read.value.shallow });
}
