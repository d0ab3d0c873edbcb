import type { CollectStep, Evidence, Problem } from '../hosts/evidence.ts';
import type { RepositoryId } from '../hosts/repo-page.ts';
import type { Ports } from '../ports.ts';
import { goneSince, rememberScores } from './gone.ts';
import { remember, seenElsewhere } from './sightings.ts';

/** Where one of these failed, results may be missing. */
const MISSING: readonly Problem['subject'][] = ['repository', 'submissions', 'inheritance', 'file'];

/**
 * The steps of collecting, and before the last of them what of it was seen in other repositories, and what stood here before and is gone. What stands here is remembered once
 * all of it was read, so that a reading that is taken up again tells the same.
 */
export async function* withSightings(
	steps: AsyncIterable<CollectStep>,
	{ store, now }: Pick<Ports, 'store' | 'now'>,
): AsyncGenerator<CollectStep, void> {
	let repository: RepositoryId | undefined;
	const evidence: Evidence[] = [];
	let whole = true;
	for await (const step of steps) {
		if (step.type === 'repository') repository = step.repository.id;
		if (step.type === 'evidence') evidence.push(step.evidence);
		if (step.type === 'problem' && MISSING.includes(step.problem.subject)) whole = false;
		if (step.type === 'done' && repository !== undefined) {
			const seen = await seenElsewhere(repository, evidence, store);
			if (seen.length > 0) yield { type: 'seen', seen };
			// What could not be read may well be there.
			const gone = whole ? await goneSince(repository, evidence, store, now()) : [];
			if (gone.length > 0) yield { type: 'gone', gone };
			await remember(repository, evidence, store, now());
			await rememberScores(repository, evidence, store, now());
		}
		yield step;
	}
}
