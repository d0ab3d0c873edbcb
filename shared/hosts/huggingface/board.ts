import { type Outcome, succeed } from '../../outcome.ts';
import type { Board, BoardRow } from '../evidence.ts';
import { countOf, fieldsOf, listOf, textOf } from '../fields.ts';
import { apiUrl, getJson, type Reading } from './reading.ts';

const ROWS = 1_000;

/** The Hub's leaderboard of a dataset; `undefined` where it has none. Rows of another shape are passed over. */
export async function readBoard(reading: Reading, dataset: string): Promise<Outcome<Board | undefined>> {
	const told = await getJson(reading, apiUrl(reading, '/leaderboard'), 'board');
	// Which datasets have one is the Hub's choice; it refuses for all others.
	if (!told.ok) return told.problem.code === 'not-found' || told.problem.params.status === 400 ? succeed(undefined) : told;
	return succeed(boardOf(told.value.value, dataset, `${reading.origin}/${reading.path}`));
}

export function boardOf(value: unknown, dataset: string, url: string): Board | undefined {
	const rows: BoardRow[] = [];
	const directions = new Set<boolean>();
	for (const item of listOf(value).slice(0, ROWS)) {
		const { rank, modelId, value: score, verified, pullRequest, notes, source, lower_is_better } = fieldsOf(item);
		const place = countOf(rank);
		const model = textOf(modelId, 300);
		if (place === undefined || model === undefined || typeof score !== 'number' || !Number.isFinite(score)) continue;
		if (typeof lower_is_better === 'boolean') directions.add(lower_is_better);
		const pull = countOf(pullRequest);
		const said = textOf(notes);
		const from = textOf(fieldsOf(source).url);
		rows.push({
			rank: place,
			model,
			value: score,
			vouches: verified === true,
			...(pull !== undefined && { pull }),
			...(said !== undefined && { notes: said }),
			...(from !== undefined && { source: from }),
		});
	}
	const [lowerIsBetter] = directions;
	// Rows that disagree say nothing.
	return rows.length === 0
		? undefined
		: { dataset, url, rows, ...(directions.size === 1 && lowerIsBetter !== undefined && { lowerIsBetter }) };
}
