import { type Commit, parseCommit } from '../../git/commit.ts';
import { fetchObjects } from '../../git/fetch-objects.ts';
import { filesBelow, isPlainName, type TreeFile } from '../../git/files-below.ts';
import type { GitObject } from '../../git/object.ts';
import { keptObject } from '../../git/object-store.ts';
import type { Oid } from '../../git/oid.ts';
import { readObjects } from '../../git/read-objects.ts';
import { readTip } from '../../git/read-tip.ts';
import { readWholeTip } from '../../git/read-whole-tip.ts';
import type { Remote } from '../../git/remote.ts';
import { parseTree } from '../../git/tree.ts';
import { PER_ORIGIN } from '../../http/limits.ts';
import { problemAt } from '../../http/problem-of.ts';
import { type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import type { Problem } from '../evidence.ts';
import { type ReadSome, together } from './together.ts';

/** Where one collect reads from, and by what right. */
export interface Reading {
	readonly remote: Remote;
	readonly ports: Ports;
	readonly signal: AbortSignal;
	/** Commits that stand in forks only, so that this remote cannot be asked for them: what is needed of them is here already. */
	readonly foreign?: ReadonlySet<Oid>;
	/** Every object that was read so far: all later steps look here first. */
	readonly objects: Map<Oid, GitObject>;
}

export interface ResultFile {
	readonly path: string;
	readonly blob: Oid;
}

/** What one commit says of results: its `.eval_results` and its `eval.yaml`, down to the blobs. */
export interface Snapshot {
	readonly commit: GitObject;
	readonly parsed: Commit;
	readonly root: GitObject;
	/** Tree of `.eval_results`. */
	readonly results?: Oid;
	/** Blob of `eval.yaml`. */
	readonly benchmark?: Oid;
	/** `.eval_results` stands there, but as something that no result can be read from. */
	readonly unreadable?: 'file' | 'symlink' | 'submodule';
}

export interface Snapshots {
	readonly byCommit: ReadonlyMap<Oid, Snapshot>;
	/** Why some of them are missing. */
	readonly lost: readonly Problem[];
}

export const FOLDER = '.eval_results';
export const BENCHMARK_FILE = 'eval.yaml';
/** So many of the newest pull requests are read from a server without filters: each of them is a request of its own. */
const WITHOUT_FILTER = 10;
/** More result files than this in one commit are not read. */
const FILES = 500;

/**
 * Snapshots of `first` and of all `others` in three requests: commits, root trees, `.eval_results` down to the blobs; what is in the store
 * is not asked for. A server without filters takes one request for each commit instead. Fails where `first` cannot be read; what is missing of the others is told in `lost`.
 */
export async function snapshots(
	reading: Reading,
	first: readonly Oid[],
	others: readonly Oid[],
	subject: Problem['subject'],
): Promise<Outcome<Snapshots>> {
	const lost: Problem[] = [];
	const asked = reading.remote.filter ? others : others.slice(-WITHOUT_FILTER);
	if (asked.length < others.length) {
		const params = { total: others.length, read: asked.length, limit: WITHOUT_FILTER, reason: 'filter' };
		lost.push(problemAt(reading.remote.url, 'too-large', subject, params));
	}
	const read = async (oids: readonly (readonly Oid[])[], readSome: ReadSome): Promise<Outcome<undefined>> => {
		const [mine = [], theirs = []] = oids;
		const answer = await together(mine, theirs, readSome);
		if (!answer.ok) return answer;
		for (const object of answer.value.objects.values()) reading.objects.set(object.oid, object);
		lost.push(...answer.value.lost);
		return succeed(undefined);
	};
	const parts = [first, asked];
	const commits = await read(parts, (oids) =>
		reading.remote.filter ? commitsAlone(reading, oids, subject) : tips(reading, oids, subject),
	);
	if (!commits.ok) return commits;
	const of = (oids: readonly Oid[]) => oids.flatMap((oid) => commitAt(reading, oid) ?? []);
	const roots = parts.map((oids) => of(oids).map(({ parsed }) => parsed.tree));
	const readRoots = await read(roots, (oids) => rootsAlone(reading, oids, subject));
	if (!readRoots.ok) return readRoots;
	const known = parts.map((oids) => oids.flatMap((oid) => snapshotAt(reading, oid) ?? []));
	const trees = known.map((some) => some.flatMap(({ results }) => results ?? []));
	// What a pull request does to a definition changes none: only the default branch's counts.
	const definitions = (known[0] ?? []).flatMap(({ benchmark }) => benchmark ?? []);
	const below = [[...(trees[0] ?? []), ...definitions], trees[1] ?? []];
	const files = await read(below, (oids) => readObjects(reading.remote, oids, 'below', reading.ports, reading.signal, subject));
	if (!files.ok) return files;
	const whole = known
		.flat()
		.filter(({ results }) => !results || (reading.objects.has(results) && filesBelow(results, reading.objects).missing.length === 0));
	return succeed({ byCommit: new Map(whole.map((snapshot) => [snapshot.commit.oid, snapshot])), lost });
}

/** Commits with their root trees from a server that leaves nothing out. */
async function tips(reading: Reading, oids: readonly Oid[], subject: Problem['subject']): Promise<Outcome<ReadonlyMap<Oid, GitObject>>> {
	const { remote, ports, signal } = reading;
	// What cannot be asked for by itself has to come with its commit.
	const readOne = (oid: Oid): Promise<Outcome<readonly GitObject[]>> =>
		remote.tipsOnly
			? readWholeTip(remote, oid, [FOLDER, BENCHMARK_FILE], ports, signal, subject)
			: readTip(remote, oid, ports, signal, subject);
	const all = new Map<Oid, GitObject>();
	// Servers that give no more than their tips are mostly small ones; klaus cuts answers where it is asked for two at once.
	const atOnce = remote.tipsOnly ? 1 : PER_ORIGIN;
	for (let at = 0; at < oids.length; at += atOnce) {
		for (const tip of await Promise.all(oids.slice(at, at + atOnce).map((oid) => readOne(oid)))) {
			if (!tip.ok) return tip;
			for (const object of tip.value) all.set(object.oid, object);
		}
	}
	return succeed(all);
}

/** Root trees, of which those that came with their commits are not asked for again. */
async function rootsAlone(
	reading: Reading,
	oids: readonly Oid[],
	subject: Problem['subject'],
): Promise<Outcome<ReadonlyMap<Oid, GitObject>>> {
	const { remote, ports, signal, objects } = reading;
	const here = new Map(oids.flatMap((oid) => objects.get(oid) ?? []).map((object) => [object.oid, object]));
	const others = oids.filter((oid) => !here.has(oid));
	const read = await readObjects(remote, others, 'alone', ports, signal, subject);
	return read.ok ? succeed(new Map([...here, ...read.value])) : read;
}

/** Commits without their history: those in the store, the rest by one request. */
async function commitsAlone(
	reading: Reading,
	oids: readonly Oid[],
	subject: Problem['subject'],
): Promise<Outcome<ReadonlyMap<Oid, GitObject>>> {
	const { remote, ports, signal } = reading;
	const kept = (await Promise.all(oids.map((oid) => reading.objects.get(oid) ?? keptObject(oid, ports)))).flatMap((object) => object ?? []);
	const objects = new Map(kept.map((object) => [object.oid, object]));
	const wants = oids.filter((oid) => !objects.has(oid));
	if (wants.length === 0) return succeed(objects);
	const fetched = await fetchObjects(remote, { wants, filter: 'tree:0', deepen: 1 }, ports, signal, subject);
	return fetched.ok ? succeed(new Map([...objects, ...fetched.value.objects])) : fetched;
}

function commitAt({ objects }: Reading, oid: Oid): { readonly commit: GitObject; readonly parsed: Commit } | undefined {
	const commit = objects.get(oid);
	const parsed = commit?.type === 'commit' ? parseCommit(commit.bytes) : undefined;
	return commit && parsed && { commit, parsed };
}

function snapshotAt(reading: Reading, oid: Oid): Snapshot | undefined {
	const at = commitAt(reading, oid);
	const root = at && reading.objects.get(at.parsed.tree);
	const entries = root?.type === 'tree' ? parseTree(root.bytes, oid.length === 40 ? 20 : 32) : undefined;
	if (!at || !root || !entries) return undefined;
	const results = entries.find(({ name }) => name === FOLDER);
	const benchmark = entries.find(({ name }) => name === BENCHMARK_FILE);
	return {
		...at,
		root,
		...(results && (results.kind === 'tree' ? { results: results.oid } : { unreadable: results.kind })),
		...(benchmark?.kind === 'file' && { benchmark: benchmark.oid }),
	};
}

export interface ResultFiles {
	/** In tree order. */
	readonly files: readonly ResultFile[];
	/** How many have names that could pass for another path. */
	readonly misnamed: number;
	/** There are more of them, or deeper ones, than are read. */
	readonly cut: boolean;
}

/** The result files of a commit: YAML at any depth below `.eval_results`. */
export function resultFiles({ results }: Snapshot, { objects }: Reading): ResultFiles {
	if (!results) return { files: [], misnamed: 0, cut: false };
	const listing = filesBelow(results, objects, 10, `${FOLDER}/`);
	const yaml = listing.files.filter(({ path }) => /\.ya?ml$/i.test(path));
	const named = yaml.filter(readable);
	const files = named.slice(0, FILES).map(({ path, blob }) => ({ path, blob }));
	return { files, misnamed: yaml.length - named.length, cut: listing.cut || named.length > FILES };
}

/** Control characters may stand in a name, since it is only shown and compared; what could pass for another path may not. */
const readable = ({ path, plain, hidden }: TreeFile): boolean =>
	!hidden && (plain || (/\p{Cc}/u.test(path) && path.split('/').every((name) => isPlainName(name.replace(/\p{Cc}/gu, '')))));

/** Commit and trees that lead to the snapshot's blobs. */
export function proof({ commit, root, results }: Snapshot, { objects }: Reading): readonly GitObject[] {
	const trees = new Set<Oid>(results ? [results] : []);
	const found: GitObject[] = [commit, root];
	for (const oid of trees) {
		const tree = objects.get(oid);
		if (tree?.type !== 'tree') continue;
		found.push(tree);
		for (const entry of parseTree(tree.bytes, oid.length === 40 ? 20 : 32) ?? []) if (entry.kind === 'tree') trees.add(entry.oid);
	}
	return found;
}
