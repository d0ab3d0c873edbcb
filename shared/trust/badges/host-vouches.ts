import { isEntry } from '../../results/host-word.ts';
import type { BadgeRule } from '../context.ts';

/** The host marks this entry as verified. It does not say why or by which key, so it stays the host's word. */
export const hostVouches: BadgeRule = (result, { repository, hostSays }) => {
	const vouched = hostSays?.shows?.some((entry) => entry.vouches && isEntry(entry, result));
	if (!vouched) return undefined;
	const host = URL.canParse(repository.origin) ? new URL(repository.origin).host : repository.origin;
	return { code: 'host-vouches', tone: 'plain', basis: 'stated', params: { host } };
};
