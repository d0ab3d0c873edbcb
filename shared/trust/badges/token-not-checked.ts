import type { BadgeRule } from '../context.ts';

/** Carries a `verifyToken`. A token that nobody here has checked proves nothing, whatever it says. */
export const tokenNotChecked: BadgeRule = (result) =>
	result.verifyToken === undefined ? undefined : { code: 'token-not-checked', tone: 'plain', basis: 'open', params: {} };
