import { gitProblem } from '../../git/git-problem.ts';
import type { Oid } from '../../git/oid.ts';
import { openRemote } from '../../git/remote.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import type { Past, PastCommit } from '../past.ts';
import type { RepoPage } from '../repo-page.ts';
import { commitsBefore } from './commits-before.ts';
import { mergedBy } from './merged-by.ts';
import { type Reading, resultFiles, type Snapshot, snapshots } from './snapshot.ts';

/**
 * The result files of the commits that lead to one, in at most four requests: what the server can do, commits, root trees, results. What is
 * in the store is not asked for. `not-supported` where the server leaves nothing out: it would send every version of every file.
 */
export async function readPast(page: RepoPage, start: Oid, ports: Ports, signal: AbortSignal): Promise<Outcome<Past>> {
	const remote = await openRemote(page.cloneUrl, ports, signal, 'history');
	if (!remote.ok) return remote;
	if (!remote.value.filter) return fail(gitProblem(remote.value.url, 'not-supported', 'history', 'filter'));
	const reading: Reading = { remote: remote.value, ports, signal, objects: new Map() };
	const commits = await commitsBefore(start, reading);
	if (!commits.ok) return commits;
	const read = await snapshots(reading, [start], [...commits.value.keys()].slice(1), 'history');
	if (!read.ok) return read;
	const past = [...read.value.byCommit].map(([oid, snapshot]) => [oid, pastCommit(snapshot, reading)] as const);
	return succeed({ start, commits: new Map(past) });
}

function pastCommit(snapshot: Snapshot, reading: Reading): PastCommit {
	const { parents, author, title, message } = snapshot.parsed;
	const merges = mergedBy(title, message);
	const files = resultFiles(snapshot, reading).files.flatMap(({ path, blob }) => {
		const object = reading.objects.get(blob);
		return object?.type === 'blob' ? [{ path, bytes: object.bytes }] : [];
	});
	return { parents, author: author.name.slice(0, 200), at: author.time, title: title.slice(0, 200), ...(merges && { merges }), files };
}
