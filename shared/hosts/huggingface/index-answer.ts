import { type Oid, oid } from '../../git/oid.ts';
import type { HostEntry, HostSays } from '../evidence.ts';
import { countOf, fieldsOf, listOf, textOf } from '../fields.ts';

/** What the Hub's API says of a repository in one answer. */
export interface HubIndex {
	/** The Hub's internal id (24 hex digits): tokens are bound to it. */
	readonly hostId?: string;
	readonly head?: Oid;
	readonly baseModels: readonly string[];
	/** Result files that it knows, by where they stand: the default branch first. */
	readonly files: readonly IndexedFile[];
	/** Metrics of the card's `model-index`, with the Hub's own verdict on each; empty where it has none. */
	readonly card: readonly HostEntry[];
}

export interface IndexedFile {
	readonly path: string;
	/** Pull request that adds it; absent: the default branch. */
	readonly pull?: number;
	readonly says: HostSays;
}

const FILES = 2_000;
const ENTRIES = 20_000;
const BASES = 20;

/** `undefined` where it is no answer about a repository. Rows of another shape are passed over. */
export function readIndex(value: unknown): HubIndex | undefined {
	const fields = fieldsOf(value);
	const hostId = textOf(fields._id, 100);
	const head = oid(textOf(fields.sha) ?? '');
	if (hostId === undefined && head === undefined && textOf(fields.id) === undefined) return undefined;
	return {
		...(hostId !== undefined && { hostId }),
		...(head !== undefined && { head }),
		baseModels: baseModels(fieldsOf(fields.cardData).base_model),
		files: indexedFiles(listOf(fields.evalResults)),
		card: cardEntries(listOf(fields['model-index'])),
	};
}

function baseModels(value: unknown): readonly string[] {
	const named = typeof value === 'string' ? [value] : listOf(value);
	return named.slice(0, BASES).flatMap((name) => textOf(name, 200) ?? []);
}

function indexedFiles(rows: readonly unknown[]): readonly IndexedFile[] {
	const found = new Map<string, { path: string; pull: number | undefined; refuses: string | undefined; shows: HostEntry[] }>();
	for (const row of rows.slice(0, ENTRIES)) {
		const { filename, pullRequest, error, data, verified } = fieldsOf(row);
		const path = textOf(filename, 500);
		const pull = countOf(pullRequest);
		if (path === undefined || !isResultFile(path) || (pullRequest !== undefined && pull === undefined)) continue;
		const key = `${pull ?? 0} ${path}`;
		const file = found.get(key) ?? { path, pull, refuses: undefined, shows: [] };
		if (found.size >= FILES && !found.has(key)) continue;
		found.set(key, file);
		file.refuses ??= textOf(error);
		const entry = hostEntry(fieldsOf(data), verified === true);
		if (entry) file.shows.push(entry);
	}
	return [...found.values()]
		.sort((a, b) => (a.pull ?? 0) - (b.pull ?? 0) || (a.path < b.path ? -1 : 1))
		.map(({ path, pull, refuses, shows }) => ({
			path,
			...(pull !== undefined && { pull }),
			says: refuses === undefined ? { shows } : { refuses, ...(shows.length > 0 && { shows }) },
		}));
}

function hostEntry({ dataset, value }: ReturnType<typeof fieldsOf>, vouches: boolean): HostEntry | undefined {
	const { id, task_id } = fieldsOf(dataset);
	const name = textOf(id, 500);
	const taskId = textOf(task_id, 500);
	if (name === undefined || typeof value !== 'number' || !Number.isFinite(value)) return undefined;
	return { dataset: name, ...(taskId !== undefined && { taskId }), value, vouches };
}

/** huggingface.js `api-model.ts`: `verified` of a metric is the server's, whatever the card says. */
function cardEntries(models: readonly unknown[]): readonly HostEntry[] {
	const entries: HostEntry[] = [];
	for (const model of models) {
		for (const result of listOf(fieldsOf(model).results)) {
			const { dataset, metrics } = fieldsOf(result);
			const name = textOf(fieldsOf(dataset).type, 500);
			for (const one of listOf(metrics)) {
				const { type, value, verified } = fieldsOf(one);
				const metric = textOf(type, 500);
				if (name === undefined || typeof value !== 'number' || !Number.isFinite(value) || entries.length >= ENTRIES) continue;
				entries.push({ dataset: name, ...(metric !== undefined && { metric }), value, vouches: verified === true });
			}
		}
	}
	return entries;
}

/** A YAML file below the results' folder, under a name that cannot pass for another path. */
export const isResultFile = (path: string): boolean =>
	/^\.eval_results\/.+\.ya?ml$/i.test(path) &&
	path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part !== '.git');
