import type { HostEntry, HostSays } from '../hosts/evidence.ts';
import { type Issue, issue } from './issue.ts';
import type { ReadResults } from './read-results.ts';
import type { EvalResult } from './result.ts';

const LONGEST = 300;

/** Whether a host's entry is that result: it names no line, so by what both say. */
export const isEntry = ({ dataset, taskId, metric, value }: HostEntry, result: EvalResult): boolean =>
	dataset.toLowerCase() === result.dataset.id?.toLowerCase() &&
	taskId === result.dataset.taskId &&
	metric === result.metric &&
	value === result.value;

/**
 * What was read of a file beside what its host makes of it. The host's own words for why it refuses the file take the place of our
 * guess that it would; an entry that it does not show is told. A host that says nothing of the file changes nothing.
 */
export function withHostWord(read: ReadResults, says: HostSays | undefined): ReadResults {
	if (!says) return read;
	const issues = read.issues.filter(({ code }) => code !== 'hub-rejects-file');
	if (says.refuses !== undefined) {
		const reason = says.refuses.replace(/\s+/g, ' ').slice(0, LONGEST);
		return { ...read, issues: [issue('host-refuses-file', '', { line: 1, column: 1 }, { reason }), ...issues] };
	}
	const { shows } = says;
	if (!shows) return read;
	return { issues, results: read.results.map((result) => (shows.some((entry) => isEntry(entry, result)) ? result : leftOut(result))) };
}

const leftOut = (result: EvalResult): EvalResult => {
	const found: Issue = issue('host-leaves-out', `/${result.index}`, { line: result.line, column: 1 });
	return { ...result, issues: [...result.issues, found] };
};
