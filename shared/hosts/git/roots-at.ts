import { parseCommit } from '../../git/commit.ts';
import { fetchObjects } from '../../git/fetch-objects.ts';
import type { GitObject } from '../../git/object.ts';
import { keptObject } from '../../git/object-store.ts';
import type { Oid } from '../../git/oid.ts';
import { openRemote } from '../../git/remote.ts';
import type { Ports } from '../../ports.ts';
import type { RepoPage } from '../repo-page.ts';

/** These commits and their root trees: from the store, else by one request. Nothing where the server cannot leave the rest out, or does not have one. */
export async function rootsAt(page: RepoPage, commits: readonly Oid[], ports: Ports, signal: AbortSignal): Promise<readonly GitObject[]> {
	const found: GitObject[] = [];
	const missing: Oid[] = [];
	for (const commit of commits) {
		const kept = await rootOf(commit, ports);
		if (kept) found.push(...kept);
		else missing.push(commit);
	}
	if (missing.length === 0) return found;
	const remote = await openRemote(page.cloneUrl, ports, signal);
	if (!remote.ok || !remote.value.filter || !remote.value.shallow) return found;
	const fetched = await fetchObjects(remote.value, { wants: missing, filter: 'tree:1', deepen: 1 }, ports, signal);
	return fetched.ok ? [...found, ...fetched.value.objects.values()] : found;
}

async function rootOf(commit: Oid, ports: Ports): Promise<readonly GitObject[] | undefined> {
	const object = await keptObject(commit, ports);
	const tree = object?.type === 'commit' ? parseCommit(object.bytes)?.tree : undefined;
	const root = tree && (await keptObject(tree, ports));
	return object && root ? [object, root] : undefined;
}
