import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { parseCommit } from './commit.ts';
import { fetchUntil } from './fetch-until.ts';
import { gitProblem, type Subject } from './git-problem.ts';
import type { GitObject } from './object.ts';
import { keptObject } from './object-store.ts';
import type { Oid } from './oid.ts';
import type { Remote } from './remote.ts';

/**
 * A commit and its root tree, in this order, from the store or from a server without filters: such a server sends the whole snapshot,
 * of which no more is loaded than its beginning, where both stand. Problems as `fetchUntil`; `incomplete` where they did not come.
 */
export async function readTip(
	remote: Remote,
	at: Oid,
	ports: Ports,
	signal: AbortSignal,
	subject: Subject = 'repository',
): Promise<Outcome<readonly [GitObject, GitObject]>> {
	const commit = await keptObject(at, ports);
	const tree = commit && treeOf(commit);
	const root = tree && (await keptObject(tree, ports));
	if (commit && root) return succeed([commit, root]);
	const wanted = { wants: [at], ...(remote.shallow && { deepen: 1 }) };
	const fetched = await fetchUntil(remote, wanted, (objects) => tipIn(objects, at) !== undefined, ports, signal, subject);
	if (!fetched.ok) return fetched;
	const tip = tipIn(fetched.value.objects, at);
	return tip ? succeed(tip) : fail(gitProblem(remote.url, 'incomplete', subject, 'absent', at));
}

function tipIn(objects: ReadonlyMap<Oid, GitObject>, at: Oid): readonly [GitObject, GitObject] | undefined {
	const commit = objects.get(at);
	const tree = commit && treeOf(commit);
	const root = tree && objects.get(tree);
	return commit && root && [commit, root];
}

const treeOf = ({ type, bytes }: GitObject): Oid | undefined => (type === 'commit' ? parseCommit(bytes)?.tree : undefined);
