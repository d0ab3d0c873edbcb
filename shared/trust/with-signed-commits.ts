import type { Oid } from '../git/oid.ts';
import type { CollectStep, Evidence, Repository } from '../hosts/evidence.ts';
import type { Host } from '../hosts/host.ts';
import type { RepoPage } from '../hosts/repo-page.ts';
import type { Ports } from '../ports.ts';
import { readResults } from '../results/read-results.ts';
import { signedCommit } from './signature/signed-commit.ts';

/** Commits that are looked at: a repository's scores are measured on few. */
const MOST = 3;

/**
 * The steps of collecting, and before the last of them the commits that tokens on the default branch were made for, with their root trees:
 * what tells whether the model was changed since. One request at most; where it fails, that cannot be told, and is said of the token.
 */
export async function* withSignedCommits(
	steps: AsyncIterable<CollectStep>,
	page: RepoPage,
	host: Pick<Host, 'rootsAt' | 'changesSince'> | undefined,
	ports: Ports,
	signal: AbortSignal,
): AsyncGenerator<CollectStep, void> {
	let repository: Repository | undefined;
	const evidence: Evidence[] = [];
	for await (const step of steps) {
		if (step.type === 'repository') repository = step.repository;
		if (step.type === 'evidence' && step.evidence.role === 'results' && !step.evidence.submission) evidence.push(step.evidence);
		if (step.type === 'done' && repository?.head) {
			const commits = signedCommits(evidence, repository.head);
			const objects = commits.length > 0 ? await host?.rootsAt?.(page, commits, ports, signal) : undefined;
			if (objects && objects.length > 0) yield { type: 'objects', objects };
			const changes = commits.length > 0 ? await host?.changesSince?.(page, commits, repository.head, ports, signal) : undefined;
			if (changes && changes.length > 0) yield { type: 'changes', changes };
		}
		yield step;
	}
}

function signedCommits(evidence: readonly Evidence[], head: Oid): readonly Oid[] {
	const commits = new Set<Oid>();
	for (const { id, bytes } of evidence) {
		if (!MAY_BE_SIGNED.test(new TextDecoder().decode(bytes))) continue;
		for (const { verifyToken } of readResults(bytes, { evidence: id, tasksOf: () => undefined }).results) {
			const commit = signedCommit(verifyToken);
			if (commit && commit !== head) commits.add(commit);
		}
	}
	return [...commits].slice(0, MOST);
}

/** Most files have no token, and need not be read for one. */
const MAY_BE_SIGNED = /verifyToken/;
