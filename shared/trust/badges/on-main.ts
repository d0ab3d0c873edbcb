import { LOCAL_ORIGIN } from '../../hosts/repo-page.ts';
import type { BadgeRule } from '../context.ts';

/** On the default branch: the owners accepted the file; nobody has checked the number. A file on a disk is on no branch, and one at another commit may never have been. */
export const onMain: BadgeRule = (_result, { submission, repository, offBranch }) =>
	submission === undefined && !offBranch && repository.origin !== LOCAL_ORIGIN
		? { code: 'on-main', tone: 'plain', basis: 'stated', params: {} }
		: undefined;
