import type { BadgeRule } from '../context.ts';

/** The same file, or the same claim with date and source, stood in another repository that this browser has read: who copied whom nobody can tell. */
export const copied: BadgeRule = (_result, { repository, seen }) => {
	if (!seen || !URL.canParse(seen.repository)) return undefined;
	const { pathname, host } = new URL(seen.repository);
	const path = pathname.slice(1);
	const base = repository.baseModels?.some((model) => model.toLowerCase() === path.toLowerCase());
	return {
		code: 'copied',
		tone: 'plain',
		basis: 'stated',
		params: { path, host, how: seen.how, kind: base ? 'base' : seen.how },
		url: seen.repository,
	};
};
