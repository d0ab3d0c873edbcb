import type { Submission } from '../evidence.ts';
import type { Submissions } from '../forge.ts';

/** So many of those that were closed are asked for by themselves, the newest first. */
const CLOSED = 2;

/** For hosts whose lists do not say who closed a pull request: `told` asks about one. The first that gives no answer ends it. */
export async function withClosers(
	pulls: Submissions,
	numbers: readonly number[],
	told: (pull: Submission) => Promise<Submission | undefined>,
): Promise<Submissions> {
	const all = new Map(pulls);
	const unsigned = numbers.flatMap((number) => {
		const pull = all.get(number);
		return pull?.state === 'closed' && pull.closedBy === undefined ? [pull] : [];
	});
	for (const pull of unsigned.slice(-CLOSED)) {
		const known = await told(pull);
		if (!known) break;
		all.set(pull.number, known);
	}
	return all;
}
