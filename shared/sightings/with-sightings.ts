import type { CollectStep, Evidence } from '../hosts/evidence.ts';
import type { RepositoryId } from '../hosts/repo-page.ts';
import type { Ports } from '../ports.ts';
import { remember, seenElsewhere } from './sightings.ts';

/**
 * The steps of collecting, and before the last of them what of it was seen in other repositories. What stands here is remembered once
 * all of it was read, so that a reading that is taken up again tells the same.
 */
export async function* withSightings(
	steps: AsyncIterable<CollectStep>,
	{ store, now }: Pick<Ports, 'store' | 'now'>,
): AsyncGenerator<CollectStep, void> {
	let repository: RepositoryId | undefined;
	const evidence: Evidence[] = [];
	for await (const step of steps) {
		if (step.type === 'repository') repository = step.repository.id;
		if (step.type === 'evidence') evidence.push(step.evidence);
		if (step.type === 'done' && repository !== undefined) {
			const seen = await seenElsewhere(repository, evidence, store);
			if (seen.length > 0) yield { type: 'seen', seen };
			await remember(repository, evidence, store, now());
		}
		yield step;
	}
}
