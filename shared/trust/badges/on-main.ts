import type { BadgeRule } from '../context.ts';

/** On the default branch: the owners accepted the file; nobody has checked the number. */
export const onMain: BadgeRule = (_result, { submission }) =>
	submission === undefined ? { code: 'on-main', tone: 'plain', basis: 'stated', params: {} } : undefined;
