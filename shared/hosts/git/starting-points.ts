import { parseCommit } from '../../git/commit.ts';
import { fetchObjects } from '../../git/fetch-objects.ts';
import type { Oid } from '../../git/oid.ts';
import { entryOf, fresh } from '../../store/schema.ts';
import type { Problem } from '../evidence.ts';
import { ancestors, type History, mergeBases } from './history.ts';
import type { Reading } from './snapshot.ts';

export interface StartingPoints {
	/** Merge bases with the default branch, by head; heads that are missing here could not be told. */
	readonly bases: ReadonlyMap<Oid, readonly Oid[]>;
	/** Why some could not be told. */
	readonly problem?: Problem;
}

/** Commits of history that one request reads. Most model repositories have fewer in all. */
const DEPTH = 150;

/** Where each head left the default branch: one request, for branches older than `DEPTH` commits a second one. Remembered for 5 minutes. */
export async function startingPoints(
	reading: Reading,
	main: { readonly ref: string; readonly commit: Oid },
	heads: readonly Oid[],
): Promise<StartingPoints> {
	const { ports, remote } = reading;
	const bases = new Map<Oid, readonly Oid[]>();
	const keyOf = (head: Oid) => `bases ${remote.url} ${main.commit} ${head}`;
	for (const head of heads) {
		const known = await ports.store.get<readonly Oid[]>('refs', keyOf(head));
		if (fresh(known, ports.now())) bases.set(head, known.value);
	}
	const open = () => heads.filter((head) => !bases.has(head));
	let problem: Problem | undefined;
	for (const find of [byDepth, byBoundary]) {
		if (open().length === 0) break;
		const found = await find(reading, main, open());
		problem = found.problem;
		for (const [head, commits] of found.bases) {
			bases.set(head, commits);
			await ports.store.put('refs', keyOf(head), entryOf('refs', commits, ports.now()));
		}
	}
	return { bases, ...(open().length > 0 && problem && { problem }) };
}

type Find = (reading: Reading, main: { readonly ref: string; readonly commit: Oid }, heads: readonly Oid[]) => Promise<StartingPoints>;

/** From the newest commits of all of them, with root trees where the server sends them unasked: saves asking for those later. */
const byDepth: Find = async (reading, main, heads) => {
	const { remote, ports, signal } = reading;
	const wanted = { wants: [main.commit, ...heads.filter((head) => !reading.foreign?.has(head))], deepen: DEPTH };
	const withTrees = await fetchObjects(remote, { ...wanted, filter: 'tree:1' }, ports, signal, 'inheritance');
	// Some servers filter but refuse any depth (`uploadpackfilter.tree.maxDepth`).
	const refused = !withTrees.ok && (withTrees.problem.code === 'not-supported' || withTrees.problem.code === 'too-large');
	const fetched = refused ? await fetchObjects(remote, { ...wanted, filter: 'tree:0' }, ports, signal, 'inheritance') : withTrees;
	if (!fetched.ok) return { bases: new Map(), problem: fetched.problem };
	for (const object of fetched.value.objects.values()) reading.objects.set(object.oid, object);
	const history = parentsOf(reading.foreign ? reading.objects.keys() : fetched.value.objects.keys(), reading);
	const line = ancestors(main.commit, history);
	const found = heads.map((head) => [head, mergeBases(head, line, history)] as const);
	return { bases: new Map(found.flatMap(([head, commits]) => (commits ? [[head, commits] as const] : []))) };
};

/** From the commits that only the heads have: what their first ones name as parents stands on the default branch. */
const byBoundary: Find = async (reading, main, all) => {
	const { remote, ports, signal } = reading;
	const heads = all.filter((head) => !reading.foreign?.has(head));
	if (heads.length === 0) return { bases: new Map() };
	const fetched = await fetchObjects(remote, { wants: heads, deepenNot: main.ref, filter: 'tree:0' }, ports, signal, 'inheritance');
	if (!fetched.ok) return { bases: new Map(), problem: fetched.problem };
	for (const object of fetched.value.objects.values()) reading.objects.set(object.oid, object);
	const history = parentsOf(fetched.value.objects.keys(), reading);
	const found = heads.map((head) => [head, [...ancestors(head, history).commits].filter((commit) => !history.has(commit))] as const);
	return { bases: new Map(found) };
};

function parentsOf(oids: Iterable<Oid>, { objects }: Reading): History {
	const history = new Map<Oid, readonly Oid[]>();
	for (const oid of oids) {
		const object = objects.get(oid);
		const commit = object?.type === 'commit' ? parseCommit(object.bytes) : undefined;
		if (commit) history.set(oid, commit.parents);
	}
	return history;
}
