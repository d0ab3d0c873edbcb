import type { GitObject } from '../../git/object.ts';
import type { Oid } from '../../git/oid.ts';
import type { Ref } from '../../git/refs.ts';
import { openRemote } from '../../git/remote.ts';
import { succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import type { CollectStep, Repository } from '../evidence.ts';
import type { Forge } from '../forge.ts';
import type { DatasetsOf } from '../host.ts';
import { type RepoPage, repositoryId } from '../repo-page.ts';
import { benchmarkSteps } from './benchmark-steps.ts';
import { place, Sequence } from './evidence-steps.ts';
import { newestPulls } from './newest-pulls.ts';
import { originSteps } from './origin-steps.ts';
import { plainGit } from './plain-git.ts';
import { PULL_PREFIXES, PULLS, pullRefs } from './pull-refs.ts';
import { pullSteps } from './pull-steps.ts';
import { readForks } from './read-forks.ts';
import { type Reading, snapshots } from './snapshot.ts';
import { branchesOf, countsOf, ownPulls, submissionsOf } from './told-pulls.ts';

/**
 * Reads a repository by git's smart HTTP: what stands on the default branch first, then what pull requests add, then the definitions of
 * the benchmarks that the results name. The same state of the repository gives the same steps in the same order.
 */
export async function* collectGit(
	page: RepoPage,
	ports: Ports,
	signal: AbortSignal,
	datasetsOf: DatasetsOf,
	forge: Forge = plainGit,
): AsyncGenerator<CollectStep, void> {
	const listed = yield* read(page, ports, signal, datasetsOf, forge);
	signal.throwIfAborted();
	yield { type: 'done', at: listed ?? ports.now() };
}

/** Answers with when the refs were listed, where they were: all that is told was so then, and may not be any more. */
async function* read(
	page: RepoPage,
	ports: Ports,
	signal: AbortSignal,
	datasetsOf: DatasetsOf,
	forge: Forge,
): AsyncGenerator<CollectStep, number | undefined> {
	const { host, origin, path, kind, url } = page;
	const { file, discuss } = forge.templates(page);
	const about: Repository = {
		id: repositoryId(page),
		host,
		origin,
		path,
		kind,
		url,
		...(file && { fileTemplate: file }),
		...(discuss && { discussTemplate: discuss }),
	};
	const remote = await openRemote(page.cloneUrl, ports, signal);
	const branch = page.defaultBranch === undefined ? [] : [`refs/heads/${page.defaultBranch}`];
	const heads = remote.ok ? await forge.heads?.(page, ports, signal) : undefined;
	const named = heads?.ok ? branchesOf(heads.value) : [];
	const refs = remote.ok ? await newestPulls(remote.value, [...branch, ...named], ports, signal, forge.heads ? [] : PULL_PREFIXES) : remote;
	if (!remote.ok || !refs.ok) {
		yield { type: 'repository', repository: about };
		if (!refs.ok) yield { type: 'problem', problem: refs.problem };
		return undefined;
	}
	const { at, highest } = refs.value;
	const main = defaultBranch(refs.value.refs, branch[0]);
	if (!main) {
		yield { type: 'repository', repository: about };
		return at;
	}
	const called = main.name.startsWith('refs/heads/') ? { defaultBranch: main.name.slice('refs/heads/'.length) } : {};
	yield { type: 'repository', repository: { ...about, head: main.oid, ...called } };

	const objects = new Map<Oid, GitObject>();
	const told = heads?.ok ? heads.value : undefined;
	const listed = pullRefs(refs.value.refs);
	const near = told ? ownPulls(told, refs.value.refs) : listed.pulls;
	const foreign = new Set<Oid>();
	const reading: Reading = { remote: remote.value, ports, signal, objects, ...(told && { foreign }) };
	const states = await snapshots(
		reading,
		[main.oid],
		near.map(({ head }) => head),
		'repository',
	);
	const tip = states.ok ? states.value.byCommit.get(main.oid) : undefined;
	if (!states.ok || !tip) {
		const problem = states.ok ? { code: 'corrupt' as const, subject: 'repository' as const, params: { origin, path } } : states.problem;
		yield { type: 'problem', problem };
		return at;
	}

	const sequence = new Sequence(about, reading);
	yield* sequence.ofMain(tip, main.name);
	if (heads && !heads.ok) yield { type: 'problem', problem: heads.problem };
	// Somebody else's fork keeps nobody from seeing what stands on the default branch.
	const far = told && (await readForks(told, reading, foreign));
	if (far?.problem) yield { type: 'problem', problem: far.problem };
	for (const problem of states.value.lost) yield { type: 'problem', problem: { ...problem, subject: 'submissions' } };
	const byCommit = far ? new Map([...states.value.byCommit, ...far.byCommit]) : states.value.byCommit;
	const pulls = [...near, ...(far?.pulls ?? [])].sort((a, b) => a.number - b.number);
	const counts = told && countsOf(told, pulls);
	const total = counts?.total ?? highest ?? listed.total;
	const found = pulls.filter(({ head }) => byCommit.has(head));
	yield { type: 'submissions', total, read: found.length };
	if (counts && counts.lost.length > 0 && !far?.problem) {
		const { lost } = counts;
		const params = { ...place(about), count: lost.length, numbers: lost.map((number) => `#${number}`).join(', '), reason: 'heads' };
		yield { type: 'problem', problem: { code: 'incomplete', subject: 'submissions', params } };
	}
	if (counts ? counts.unlisted > 0 : total > pulls.length) {
		const params = { ...place(about), total, read: pulls.length, limit: PULLS, reason: highest === undefined ? 'newest' : 'numbered' };
		yield { type: 'problem', problem: { code: 'too-large', subject: 'submissions', params } };
	}
	const known = told && { ...forge, submissions: async () => succeed(submissionsOf(told)) };
	yield* pullSteps(found, byCommit, { ref: main.name, snapshot: tip }, page, sequence, datasetsOf, known ?? forge);
	yield* benchmarkSteps(page, sequence, datasetsOf);
	const numbers = (told ? [...submissionsOf(told).values()] : pulls).map(({ number }) => number);
	yield* originSteps(tip, page, sequence, forge, new Set(numbers));
	return at;
}

/** What `HEAD` follows, or, where the server shows no `HEAD`, the branch that the page names. */
function defaultBranch(refs: readonly Ref[], branch: string | undefined): Ref | undefined {
	const head = refs.find(({ name }) => name === 'HEAD');
	if (head) return { name: head.symrefTarget ?? 'HEAD', oid: head.oid };
	return refs.find(({ name }) => name === branch);
}
