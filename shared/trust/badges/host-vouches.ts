import type { HostEntry } from '../../hosts/evidence.ts';
import type { EvalResult } from '../../results/result.ts';
import type { BadgeRule } from '../context.ts';

/** The host marks this entry as verified. It does not say why or by which key, so it stays the host's word. */
export const hostVouches: BadgeRule = (result, { repository, hostSays }) => {
	const vouched = hostSays?.shows?.some((entry) => entry.vouches && isThis(entry, result));
	if (!vouched) return undefined;
	const host = URL.canParse(repository.origin) ? new URL(repository.origin).host : repository.origin;
	return { code: 'host-vouches', tone: 'plain', basis: 'stated', params: { host } };
};

/** Whether a host's entry is that result: it names no line, so by what both say. */
function isThis({ dataset, taskId, metric, value }: HostEntry, result: EvalResult): boolean {
	return (
		dataset.toLowerCase() === result.dataset.id?.toLowerCase() &&
		taskId === result.dataset.taskId &&
		metric === result.metric &&
		value === result.value
	);
}
