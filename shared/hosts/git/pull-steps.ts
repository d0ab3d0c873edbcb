import type { Oid } from '../../git/oid.ts';
import { succeed } from '../../outcome.ts';
import type { CollectStep, Problem, Submission } from '../evidence.ts';
import type { Forge } from '../forge.ts';
import type { DatasetsOf } from '../host.ts';
import type { RepoPage } from '../repo-page.ts';
import { filled } from '../template.ts';
import { place, type Sequence } from './evidence-steps.ts';
import { changedFiles, datasetsIn, ownFiles } from './own-files.ts';
import type { PullRef } from './pull-refs.ts';
import { type Snapshot, snapshots } from './snapshot.ts';
import { startingPoints } from './starting-points.ts';

type ByCommit = ReadonlyMap<Oid, Snapshot>;

/** What pull requests add to the default branch, in ascending order. Costs no request where none of them changes a result file. */
export async function* pullSteps(
	pulls: readonly PullRef[],
	byCommit: ByCommit,
	main: { readonly ref: string; readonly snapshot: Snapshot },
	page: RepoPage,
	sequence: Sequence,
	datasetsOf: DatasetsOf,
	forge: Forge,
): AsyncGenerator<CollectStep, void> {
	const { reading } = sequence;
	const changing = pulls.flatMap((pull) => {
		const snapshot = byCommit.get(pull.head);
		return snapshot && changedFiles(snapshot, main.snapshot, reading).length > 0 ? [{ ...pull, snapshot }] : [];
	});
	if (changing.length === 0) return;

	const heads = [...new Set(changing.map(({ head }) => head))];
	// The list first: the server may ask for a pause, and what a pull request's state is matters more than what it inherits.
	const numbers = changing.map(({ number }) => number);
	const list = (await forge.submissions?.(page, numbers, reading.ports, reading.signal)) ?? succeed(new Map());
	const { pull } = forge.templates(page);
	if (!list.ok) yield { type: 'problem', problem: list.problem };
	const start = await startingPoints(reading, { ref: main.ref, commit: main.snapshot.commit.oid }, heads);
	const commits = [...new Set([...start.bases.values()].flat())];
	const bases = await snapshots(
		reading,
		[],
		commits.filter((commit) => !byCommit.has(commit)),
		'inheritance',
	);
	const all = new Map([...byCommit, ...(bases.ok ? bases.value.byCommit : [])]);

	const datasets = datasetsIn(reading, datasetsOf);
	const untold: number[] = [];
	for (const { number, ref, head, snapshot } of changing) {
		reading.signal.throwIfAborted();
		const starts = start.bases.get(head)?.map((commit) => all.get(commit));
		const known = starts?.flatMap((one) => one ?? []) ?? [];
		const told = starts !== undefined && known.length === starts.length;
		const files = ownFiles(snapshot, main.snapshot, known, reading, datasets);
		if (!told && files.length > 0) untold.push(number);
		const merged = start.bases.get(head)?.includes(head) ?? false;
		const address = pull && filled(pull, { number: `${number}` });
		yield* sequence.ofPull(
			snapshot,
			ref,
			{ ...(address && { url: address }), ...submission(number, list.ok ? list.value : undefined, merged) },
			files,
		);
	}
	const reasons = [start.problem, ...(bases.ok ? bases.value.lost : [bases.problem])].flatMap((problem) => problem ?? []);
	if (untold.length > 0) yield { type: 'problem', problem: notTold(untold, reasons[0], sequence) };
}

/** The list's word where there is one. Git by itself can only tell that a head is part of the default branch. */
function submission(number: number, list: ReadonlyMap<number, Submission> | undefined, merged: boolean): Submission {
	return list?.get(number) ?? { number, state: merged ? 'merged' : 'unknown' };
}

/** Their entries are shown as their own, because it cannot be told which of them they only inherit: that has to be said. */
function notTold(numbers: readonly number[], reason: Problem | undefined, { repository }: Sequence): Problem {
	const params = { ...place(repository), count: numbers.length, numbers: numbers.map((number) => `#${number}`).join(', ') };
	if (!reason) return { code: 'incomplete', subject: 'inheritance', params };
	return { ...reason, subject: 'inheritance', params: { ...reason.params, ...params } };
}
