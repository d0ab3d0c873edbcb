import { git } from '../../history.ts';
import { gogsPage } from '../pages.ts';
import { belowBy, type Family } from './family.ts';

/** Gogs has no API for pull requests, and lets nothing be left out of what git sends. */
export const gogs: Family = {
	page: (shown, { keywords = '' }) => gogsPage(shown, keywords),
	below: belowBy(/^pulls\/(\d+)/, /^src\/branch\/.+?\/(\.eval_results\/.+)$/),
	versionZero: true,
	prepare: ({ directory }) => {
		git(directory, ['config', 'uploadpack.allowFilter', 'false']);
		return [];
	},
};
