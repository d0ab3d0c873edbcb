import { succeed } from '../../outcome.ts';
import type { Forge } from '../forge.ts';
import { readPullList } from './pull-list.ts';

/** A host that is known by nothing but what its pages offer. */
export const plainGit: Forge = {
	templates: ({ offers: { file } }) => ({ ...(file && { file }) }),
	submissions: async ({ offers: { pulls } }, _numbers, ports, signal) =>
		pulls === undefined ? succeed(new Map()) : readPullList(pulls, ports, signal),
};
