import type { News } from './message.ts';
import { fieldsOf } from './read-page.ts';

/** The news in what came over the report port, `undefined` if it is none. Checks the shape that a reader relies on, not every result. */
export function readNews(value: unknown): News | undefined {
	const fields = fieldsOf(value);
	if (fields?.type !== 'news' || typeof fields.run !== 'string') return;
	if (typeof fields.reading !== 'boolean' || typeof fields.earlier !== 'boolean' || !Array.isArray(fields.problems)) return;
	const report = fieldsOf(fields.report);
	if (fields.report !== undefined && !report) return;
	if (report && !LISTS.every((list) => Array.isArray(report[list]))) return;
	if (report && (typeof report.seq !== 'number' || !fieldsOf(report.repository))) return;
	// Only the background of this extension can be at the other end; its reports are built from checked values.
	return fields as unknown as News;
}

const LISTS = ['results', 'assessments', 'benchmarks', 'evidence', 'problems'] as const;
