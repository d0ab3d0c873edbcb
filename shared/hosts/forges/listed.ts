import { problemAt } from '../../http/problem-of.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import type { Submission } from '../evidence.ts';
import type { Submissions } from '../forge.ts';
import { askForge } from './ask.ts';

export interface PullApi {
	/** One pull request. */
	readonly one: (number: number) => string;
	/** Page of the list, from 1, the newest first. */
	readonly list: (page: number) => string;
	/** Items of a full page. */
	readonly size: number;
	/** Pages that are read at most. */
	readonly pages: number;
	/** So many are asked for one by one, rather than by the list. */
	readonly single: number;
	/** `undefined` for what is no pull request; `null` for what is of no known shape. */
	readonly read: (item: unknown) => Submission | undefined | null;
}

/**
 * Pull requests of an API that cannot be asked for some numbers at once: a few one by one, more by its list, and those that the list does
 * not reach one by one again, the newest first. Fails only where nothing at all is known.
 */
export async function listedPulls(
	api: PullApi,
	numbers: readonly number[],
	ports: Ports,
	signal: AbortSignal,
): Promise<Outcome<Submissions>> {
	const found = new Map<number, Submission>();
	const missing = () => numbers.filter((number) => !found.has(number));
	let failed: Outcome<never> | undefined;
	for (let page = 1; numbers.length > api.single && page <= api.pages && missing().length > 0; page++) {
		const url = api.list(page);
		const told = await askForge(url, ports, signal);
		if (!told.ok) return found.size > 0 ? succeed(found) : told;
		const items = Array.isArray(told.value) ? told.value.map(api.read) : [null];
		if (items.length > 0 && items.every((item) => item === null)) return unexpected(url);
		for (const item of items) if (item) found.set(item.number, item);
		if (items.length < api.size) break;
	}
	for (const number of missing().slice(-api.single)) {
		const url = api.one(number);
		const told = await askForge(url, ports, signal);
		const item = told.ok ? api.read(told.value) : undefined;
		if (item) found.set(number, item);
		else if (!told.ok) failed = fail(told.problem);
		else if (item === null) failed = unexpected(url);
		// A host that wants a pause, or does not answer, is not asked for the next one.
		if (!told.ok && told.problem.code !== 'not-found') break;
	}
	return found.size === 0 && failed ? failed : succeed(found);
}

const unexpected = (url: string) => fail(problemAt(url, 'unexpected-answer', 'submission-states', { reason: 'list' }));
