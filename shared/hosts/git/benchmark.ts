import { parseCommit } from '../../git/commit.ts';
import { fetchObjects } from '../../git/fetch-objects.ts';
import type { GitObject } from '../../git/object.ts';
import { keptObject } from '../../git/object-store.ts';
import type { Oid } from '../../git/oid.ts';
import { readObjects } from '../../git/read-objects.ts';
import { readTip } from '../../git/read-tip.ts';
import { readWholeTip } from '../../git/read-whole-tip.ts';
import { listRefs } from '../../git/refs.ts';
import type { Remote } from '../../git/remote.ts';
import { withoutSlashes } from '../../git/slashes.ts';
import { parseTree } from '../../git/tree.ts';
import { problemAt } from '../../http/problem-of.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import { entryOf, fresh } from '../../store/schema.ts';
import { type Evidence, evidenceId } from '../evidence.ts';
import { filled } from '../template.ts';
import { BENCHMARK_FILE } from './snapshot.ts';

/** A dataset's definition and what proves where it stood; `undefined` where the host has no such dataset, or it defines nothing. */
export type Definition = { readonly evidence: Evidence; readonly proof: readonly GitObject[] } | undefined;

const DATASET_ID = /^[\w.-]{1,100}(?:\/[\w.-]{1,100})?$/;

/** Clone URL of a dataset on the page's own host, `undefined` for an id that names none. */
export function datasetUrl(template: string, id: string): string | undefined {
	return DATASET_ID.test(id) ? filled(template, { id }) : undefined;
}

/**
 * Reads `eval.yaml` of a dataset in at most 3 requests: refs, commit with root tree, blob. The server is the one that has already said
 * what it can do (`like`), so it is not asked again. What is not there is remembered for 1 hour; what may not be read is a problem, since
 * nobody knows whether it is there.
 */
export async function readDefinition(
	url: string,
	dataset: string,
	like: Remote,
	ports: Ports,
	signal: AbortSignal,
): Promise<Outcome<Definition>> {
	const key = `benchmark ${url}`;
	if (fresh(await ports.store.get('negative', key), ports.now())) return succeed(undefined);
	const read = await definition({ ...like, cloneUrl: url, url: withoutSlashes(url) }, dataset, ports, signal);
	const absent = read.ok ? read.value === undefined : read.problem.code === 'not-found';
	if (!absent) return read;
	await ports.store.put('negative', key, entryOf('negative', true, ports.now()));
	return succeed(undefined);
}

async function definition(remote: Remote, dataset: string, ports: Ports, signal: AbortSignal): Promise<Outcome<Definition>> {
	const refs = await listRefs(remote, ['HEAD'], ports, signal, 'benchmark');
	if (!refs.ok) return refs;
	const head = refs.value.refs.find(({ name }) => name === 'HEAD');
	if (!head) return succeed(undefined);
	const tip = await commitAndRoot(remote, head.oid, ports, signal);
	if (!tip.ok) return tip;
	const { commit, root } = tip.value;
	const entry = parseTree(root.bytes, head.oid.length === 40 ? 20 : 32)?.find(({ name }) => name === BENCHMARK_FILE);
	if (entry?.kind !== 'file') return succeed(undefined);
	const blobs = await readObjects(remote, [entry.oid], 'below', ports, signal, 'benchmark');
	if (!blobs.ok) return blobs;
	const blob = blobs.value.get(entry.oid);
	if (blob?.type !== 'blob') return fail(problemAt(remote.url, 'corrupt', 'benchmark', { reason: 'blob' }));
	const repository = repositoryOf(remote.cloneUrl);
	const evidence: Evidence = {
		id: evidenceId(repository, commit.oid, BENCHMARK_FILE),
		repository,
		role: 'benchmark',
		path: BENCHMARK_FILE,
		ref: head.symrefTarget ?? 'HEAD',
		commit: commit.oid,
		blob: blob.oid,
		bytes: blob.bytes,
		dataset,
	};
	return succeed({ evidence, proof: [commit, root] });
}

const repositoryOf = (cloneUrl: string): string => {
	const { origin, pathname } = new URL(cloneUrl);
	return `${origin}${withoutSlashes(pathname).replace(/\.git$/, '')}`;
};

async function commitAndRoot(
	remote: Remote,
	head: Oid,
	ports: Ports,
	signal: AbortSignal,
): Promise<Outcome<{ commit: GitObject; root: GitObject }>> {
	if (!remote.filter) {
		const tip = remote.tipsOnly
			? await readWholeTip(remote, head, [BENCHMARK_FILE], ports, signal, 'benchmark')
			: await readTip(remote, head, ports, signal, 'benchmark');
		if (!tip.ok) return tip;
		const [commit, root] = tip.value;
		if (!commit || !root) return fail(problemAt(remote.url, 'corrupt', 'benchmark', { reason: 'tree' }));
		return root.type === 'tree' ? succeed({ commit, root }) : fail(problemAt(remote.url, 'corrupt', 'benchmark', { reason: 'tree' }));
	}
	let commit = await keptObject(head, ports);
	let root = commit && (await rootOf(commit, ports));
	if (!commit || !root) {
		const wanted = { wants: [head], deepen: 1 };
		const withTree = await fetchObjects(remote, { ...wanted, filter: 'tree:1' }, ports, signal, 'benchmark');
		const refused = !withTree.ok && withTree.problem.code === 'not-supported';
		const fetched = refused ? await fetchObjects(remote, { ...wanted, filter: 'tree:0' }, ports, signal, 'benchmark') : withTree;
		if (!fetched.ok) return fetched;
		commit = fetched.value.objects.get(head);
		const tree = commit?.type === 'commit' ? parseCommit(commit.bytes)?.tree : undefined;
		if (!commit || !tree) return fail(problemAt(remote.url, 'corrupt', 'benchmark', { reason: 'commit' }));
		root = fetched.value.objects.get(tree);
		if (!root) {
			const trees = await readObjects(remote, [tree], 'alone', ports, signal, 'benchmark');
			if (!trees.ok) return trees;
			root = trees.value.get(tree);
		}
	}
	return root?.type === 'tree' ? succeed({ commit, root }) : fail(problemAt(remote.url, 'corrupt', 'benchmark', { reason: 'tree' }));
}

async function rootOf(commit: GitObject, ports: Ports): Promise<GitObject | undefined> {
	const tree = parseCommit(commit.bytes)?.tree;
	return tree && keptObject(tree, ports);
}
