import type { BadgeRule } from '../context.ts';
import { submissionBadge } from './submission.ts';

/** In an open pull request: somebody offers this score and the owners have not taken it. A draft is open too. */
export const community: BadgeRule = (_result, { submission }) =>
	submission?.state === 'open' || submission?.state === 'draft' ? submissionBadge('community', 'open', submission) : undefined;
