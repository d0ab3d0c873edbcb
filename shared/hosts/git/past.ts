import { type Commit, parseCommit } from '../../git/commit.ts';
import { fetchObjects } from '../../git/fetch-objects.ts';
import { gitProblem } from '../../git/git-problem.ts';
import { keptObject } from '../../git/object-store.ts';
import type { Oid } from '../../git/oid.ts';
import { openRemote } from '../../git/remote.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import type { Past, PastCommit } from '../past.ts';
import type { RepoPage } from '../repo-page.ts';
import { type Reading, resultFiles, type Snapshot, snapshots } from './snapshot.ts';

/** Commits that are read, the newest first. */
const DEPTH = 150;

/**
 * The result files of the commits that lead to one, in at most four requests: what the server can do, commits, root trees, results. What is
 * in the store is not asked for. `not-supported` where the server leaves nothing out: it would send every version of every file.
 */
export async function readPast(page: RepoPage, start: Oid, ports: Ports, signal: AbortSignal): Promise<Outcome<Past>> {
	const remote = await openRemote(page.cloneUrl, ports, signal, 'history');
	if (!remote.ok) return remote;
	if (!remote.value.filter) return fail(gitProblem(remote.value.url, 'not-supported', 'history', 'filter'));
	const reading: Reading = { remote: remote.value, ports, signal, objects: new Map() };
	let commits = await known(start, reading);
	if (!commits) {
		const wanted = { wants: [start], deepen: DEPTH, filter: 'tree:0' } as const;
		const fetched = await fetchObjects(remote.value, wanted, ports, signal, 'history');
		if (!fetched.ok) return fetched;
		for (const object of fetched.value.objects.values()) reading.objects.set(object.oid, object);
		commits = walk(start, reading).commits;
	}
	const read = await snapshots(reading, [start], [...commits.keys()].slice(1), 'history');
	if (!read.ok) return read;
	const past = [...read.value.byCommit].map(([oid, snapshot]) => [oid, pastCommit(snapshot, reading)] as const);
	return succeed({ start, commits: new Map(past) });
}

/** Those that the store has, `undefined` where it has not enough of them. */
async function known(start: Oid, reading: Reading): Promise<ReadonlyMap<Oid, Commit> | undefined> {
	for (;;) {
		const { commits, missing } = walk(start, reading);
		if (missing.length === 0 || commits.size >= DEPTH) return commits;
		for (const oid of missing) {
			const object = await keptObject(oid, reading.ports);
			if (object?.type !== 'commit') return undefined;
			reading.objects.set(oid, object);
		}
	}
}

/** From one commit on, as far as its parents are here. */
function walk(start: Oid, { objects }: Reading): { readonly commits: ReadonlyMap<Oid, Commit>; readonly missing: readonly Oid[] } {
	const commits = new Map<Oid, Commit>();
	const missing: Oid[] = [];
	const line = new Set<Oid>([start]);
	// A Set that grows while it is walked is walked to its end.
	for (const oid of line) {
		if (commits.size >= DEPTH) break;
		const object = objects.get(oid);
		const commit = object?.type === 'commit' ? parseCommit(object.bytes) : undefined;
		if (!commit) {
			missing.push(oid);
			continue;
		}
		commits.set(oid, commit);
		for (const parent of commit.parents) line.add(parent);
	}
	return { commits, missing };
}

/** As the hosts write it: GitHub and Gitea by merge or by squash, GitLab in the last line. */
function mergedBy(title: string, message: string): number | undefined {
	const [, merge] = /^Merge pull request (?:#|'.*' \(#)(\d{1,9})/.exec(title) ?? [];
	const [, squash] = /\(#(\d{1,9})\)$/.exec(title) ?? [];
	const [, gitlab] = /^See merge request \S*!(\d{1,9})$/m.exec(message.slice(0, 10_000)) ?? [];
	const number = Number(merge ?? squash ?? gitlab ?? 0);
	return number > 0 ? number : undefined;
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
