import type { BadgeRule } from '../context.ts';
import { submissionBadge } from './submission.ts';

/** In a pull request that git knows by its ref alone: whether it is open, closed or merged cannot be told. */
export const proposed: BadgeRule = (_result, { submission }) =>
	submission?.state === 'unknown' ? submissionBadge('proposed', 'open', submission) : undefined;
