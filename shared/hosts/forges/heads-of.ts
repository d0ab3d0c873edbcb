import { problemAt } from '../../http/problem-of.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import { countOf, fieldsOf, listOf } from '../fields.ts';
import type { PullHead, PullHeads } from '../forge.ts';
import { askForge } from './ask.ts';

/** A list of pull requests with their heads, page by page. */
export interface HeadsApi {
	/** Address of a page, from 0. */
	readonly list: (page: number) => string;
	/** Pages that are read at most. */
	readonly pages: number;
	readonly size: number;
	/** The field that the items stand in. */
	readonly items: string;
	/** The field that says how many there are in all. */
	readonly count?: string;
	/** `null` for what is of no known shape. */
	readonly read: (item: unknown) => PullHead | null;
}

/** The newest pull requests of an API. Fails where the first page cannot be read, or nothing of it. */
export async function headsOf(api: HeadsApi, ports: Ports, signal: AbortSignal): Promise<Outcome<PullHeads>> {
	const pulls = new Map<number, PullHead>();
	let total: number | undefined;
	for (let page = 0; page < api.pages; page++) {
		const url = api.list(page);
		const told = await askForge(url, ports, signal);
		if (!told.ok) return page === 0 ? told : succeed(result());
		const fields = fieldsOf(told.value);
		const listed = fields[api.items];
		const items = listOf(listed).map(api.read);
		if (!Array.isArray(listed) || (items.length > 0 && items.every((item) => item === null))) {
			return page === 0 ? fail(problemAt(url, 'unexpected-answer', 'submission-states', { reason: 'list' })) : succeed(result());
		}
		for (const item of items) if (item) pulls.set(item.submission.number, item);
		total ??= api.count === undefined ? undefined : countOf(fields[api.count]);
		if (items.length < api.size) break;
	}
	return succeed(result());

	function result(): PullHeads {
		return { pulls: [...pulls.values()], ...(total !== undefined && { total }) };
	}
}
