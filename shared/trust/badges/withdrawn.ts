import type { BadgeRule } from '../context.ts';
import { submissionBadge } from './submission.ts';

/** In a pull request that was closed without merging. It stays in view: a disputed score must not vanish silently. */
export const withdrawn: BadgeRule = (_result, { submission }) =>
	submission?.state === 'closed' ? submissionBadge('withdrawn', 'stated', submission) : undefined;
