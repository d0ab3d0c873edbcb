import type { BadgeRule } from '../context.ts';
import { link } from '../link.ts';
import { sourceKind } from '../source-kind.ts';

/**
 * Its own source says that the number comes from the model's own card or its author: the card's address, the owner's page,
 * or, without an address, the owner's name. `source.user` beside an address is who entered it, so it does not count then.
 */
export const selfReported: BadgeRule = (result, { repository }) => {
	const { source } = result;
	// The card is the model's own, whoever it names as its source.
	if (result.kind === 'model-index') return { code: 'self-reported', tone: 'plain', basis: 'stated', params: { from: 'card' } };
	if (!source) return undefined;
	const owner = repository.path.split('/')[0]?.toLowerCase();
	const url = link(source.url);
	const ownersPage = url?.origin === repository.origin && url.pathname.replace(/\/$/, '').toLowerCase() === `/${owner}`;
	const ownersName = source.url === undefined && [source.user, source.org].some((name) => name?.toLowerCase() === owner);
	const card = sourceKind(source, repository) === 'own-card';
	if (!card && !ownersPage && !ownersName) return undefined;
	return {
		code: 'self-reported',
		tone: 'plain',
		basis: 'stated',
		params: { from: card ? 'card' : 'author' },
		...(url ? { url: url.href } : {}),
	};
};
