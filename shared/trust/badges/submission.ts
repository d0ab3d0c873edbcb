import type { Submission } from '../../hosts/evidence.ts';
import type { Badge } from '../badge.ts';

/** What every badge about a pull request carries: which one, whose, and where to read it. */
export function submissionBadge(code: Badge['code'], basis: Badge['basis'], submission: Submission): Badge {
	return {
		code,
		tone: 'plain',
		basis,
		params: {
			number: String(submission.number),
			state: submission.state,
			...(submission.author === undefined ? {} : { author: submission.author }),
		},
		...(submission.url === undefined ? {} : { url: submission.url }),
	};
}
