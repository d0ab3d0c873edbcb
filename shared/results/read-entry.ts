import type { YamlNode } from '../yaml/tree.ts';
import { anyText, type Group, type Report, reporter, text, unknownFields } from './entry-fields.ts';
import { byPlace, type Issue, type IssueCode } from './issue.ts';
import { readDate } from './read-date.ts';
import { readSource } from './read-source.ts';
import { readTask } from './read-task.ts';
import { readValue } from './read-value.ts';
import type { EvalResult } from './result.ts';
import type { Where } from './where.ts';

/** Reads one entry. Whatever stands there becomes a result; what is wrong with it is told by its issues, to which `known` belong already. */
export function readEntry(node: YamlNode, index: number, pointer: string, known: readonly Issue[], where: Where): EvalResult {
	const issues = [...known];
	const report = withoutConsequences(reporter(issues), known);
	const entry: Group = { node, pointer, prefix: '', report };
	unknownFields(entry);
	const dataset = readTask(entry, where);
	const value = readValue(entry);
	const date = readDate(entry);
	const source = readSource(entry);
	const notes = text(entry, 'notes');
	const verifyToken = text(entry, 'verifyToken');
	// No field of the format, so also reported as unknown; a reader wants to see it all the same.
	const metric = anyText(entry, 'metric');
	return {
		id: `${where.evidence}#${index}`,
		kind: 'eval-results',
		evidence: where.evidence,
		index,
		line: node.line,
		dataset,
		...(metric === undefined ? {} : { metric }),
		...value,
		...(date === undefined ? {} : { date }),
		...(source === undefined ? {} : { source }),
		...(notes === undefined ? {} : { notes }),
		...(verifyToken === undefined ? {} : { verifyToken }),
		issues: issues.sort(byPlace),
	};
}

const CONSEQUENCES: ReadonlySet<IssueCode> = new Set<IssueCode>([
	'missing-dataset-id',
	'missing-task-id',
	'missing-value',
	'wrong-type',
	'source-without-url',
]);

/** What an alias or a merge key would have brought in is not missing: that it is not followed has been said. */
function withoutConsequences(report: Report, known: readonly Issue[]): Report {
	const unfollowed = known.filter(({ code }) => code === 'yaml-alias' || code === 'yaml-merge-key').map(({ pointer }) => pointer);
	return (code, pointer, ...rest) => {
		const isConsequence = CONSEQUENCES.has(code) && unfollowed.some((from) => pointer === from || pointer.startsWith(`${from}/`));
		if (!isConsequence) report(code, pointer, ...rest);
	};
}
