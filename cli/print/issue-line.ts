import type { Words } from '../../shared/messages/words.ts';
import type { Issue } from '../../shared/results/issue.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

export function issueLine(issue: Issue, file: string, words: Words, paint: Paint): string {
	const severity = words.code('cli_severity', issue.severity);
	const sentence = words.code('issue', issue.code, issue.params) || issue.code;
	return `${paint(issue.severity, severity)}  ${visible(file)}:${issue.line}:${issue.column}  ${visible(sentence)}`;
}
