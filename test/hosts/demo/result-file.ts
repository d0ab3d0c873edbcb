/** One entry as people write it; texts go into the file as they stand, so quote what should be quoted. */
export interface Entry {
	readonly dataset: string;
	readonly task?: string;
	readonly revision?: string;
	readonly value: string;
	readonly date?: string;
	readonly source?: { readonly url: string; readonly name?: string; readonly user?: string; readonly org?: string };
	readonly notes?: string;
	readonly token?: string;
}

/** YAML of a result file with these entries, in the field order that the Hub's own client writes. */
export const resultFile = (...entries: readonly Entry[]): string => entries.map(yaml).join('');

function yaml(entry: Entry): string {
	const lines = ['- dataset:', `    id: ${entry.dataset}`];
	if (entry.task !== undefined) lines.push(`    task_id: ${entry.task}`);
	if (entry.revision !== undefined) lines.push(`    revision: ${entry.revision}`);
	lines.push(`  value: ${entry.value}`);
	if (entry.token !== undefined) lines.push(`  verifyToken: ${entry.token}`);
	if (entry.date !== undefined) lines.push(`  date: '${entry.date}'`);
	if (entry.source) {
		lines.push('  source:', `    url: ${entry.source.url}`);
		for (const field of ['name', 'user', 'org'] as const) {
			const text = entry.source[field];
			if (text !== undefined) lines.push(`    ${field}: ${text}`);
		}
	}
	if (entry.notes !== undefined) lines.push(`  notes: ${entry.notes}`);
	return `${lines.join('\n')}\n`;
}
