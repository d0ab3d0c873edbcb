import type { Issue } from '../../results/issue.ts';
import type { EvalResult } from '../../results/result.ts';

/** Findings with which two readers of the same bytes may see two entries. */
const AMBIGUOUS: ReadonlySet<Issue['code']> = new Set<Issue['code']>([
	'yaml-alias',
	'yaml-merge-key',
	'yaml-tag',
	'yaml-duplicate-key',
	'yaml-multiple-documents',
	'yaml-syntax',
	'encoding',
	'too-large',
]);

export const isAmbiguous = ({ code }: Pick<Issue, 'code'>): boolean => AMBIGUOUS.has(code);

/** What leaves open what an entry says, of itself or of its file as a whole: nothing that was signed can be compared with it. */
export const ambiguity = ({ issues }: Pick<EvalResult, 'issues'>, fileIssues: readonly Issue[]): Issue | undefined =>
	[...issues, ...fileIssues].find(isAmbiguous);
