import type { NamedDataset } from '../hosts/host.ts';
import { readResults } from './read-results.ts';

/** The datasets that a result file speaks of, in its order: each once for every revision and date that goes with it. */
export function datasetsOf(bytes: Uint8Array): readonly NamedDataset[] {
	const { results } = readResults(bytes, { evidence: '', tasksOf: () => undefined });
	const found = new Map<string, NamedDataset>();
	for (const { dataset, date } of results) {
		const { id, revision } = dataset;
		if (id === undefined) continue;
		const named = { id, ...(revision !== undefined && { revision }), ...(date !== undefined && { date }) };
		found.set(JSON.stringify(named), named);
	}
	return [...found.values()];
}
