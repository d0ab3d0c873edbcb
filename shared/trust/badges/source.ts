import type { BadgeRule } from '../context.ts';
import { link } from '../link.ts';
import { sourceKind } from '../source-kind.ts';

/** Links to where it says that it is from; which kind of place that is, is told apart. */
export const source: BadgeRule = (result, { repository }) => {
	const kind = sourceKind(result.source, repository);
	const url = link(result.source?.url);
	if (kind === undefined || !url) return undefined;
	return {
		code: 'source',
		tone: 'plain',
		basis: 'link',
		params: { kind, host: url.host, ...(result.source?.name === undefined ? {} : { name: result.source.name }) },
		url: url.href,
	};
};
