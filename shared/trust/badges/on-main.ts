import { LOCAL_ORIGIN } from '../../hosts/repo-page.ts';
import type { BadgeRule } from '../context.ts';

/** On the default branch: the owners accepted the file; nobody has checked the number. A file on a disk is on no branch. */
export const onMain: BadgeRule = (_result, { submission, repository }) =>
	submission === undefined && repository.origin !== LOCAL_ORIGIN
		? { code: 'on-main', tone: 'plain', basis: 'stated', params: {} }
		: undefined;
