/** Stable names of what can be wrong with a file or an entry. Words: `issue_<code>` and `issue_<code>_more` in the catalogue (hyphens as underscores). */
export const ISSUE_SEVERITY = {
	'yaml-syntax': 'error',
	'yaml-alias': 'error',
	'yaml-merge-key': 'error',
	'yaml-tag': 'error',
	'yaml-duplicate-key': 'error',
	'yaml-multiple-documents': 'error',
	encoding: 'error',
	'not-a-list': 'error',
	'too-large': 'error',
	'missing-dataset-id': 'error',
	'missing-task-id': 'warning',
	'unknown-task-id': 'warning',
	'missing-value': 'error',
	'value-not-a-number': 'error',
	'value-as-text': 'warning',
	'value-not-finite': 'error',
	'scale-mixed': 'warning',
	'date-unquoted': 'info',
	'date-format': 'warning',
	'source-without-url': 'warning',
	'source-url-scheme': 'warning',
	'unknown-field': 'info',
	'several-values-same-task': 'warning',
	'hub-rejects-file': 'warning',
	// of a file beside what its host makes of it, and of all files together
	'host-refuses-file': 'warning',
	'host-leaves-out': 'info',
	'conflicting-values': 'warning',
	// of a model card
	'card-says-verified': 'info',
	'wrong-type': 'warning',
	'unknown-framework': 'info',
	'old-format': 'info',
	// of an eval.yaml
	'not-a-mapping': 'error',
	'missing-tasks': 'error',
	'missing-framework': 'warning',
	'task-without-id': 'warning',
	'duplicate-task-id': 'warning',
	'wrong-level': 'warning',
	'step-as-text': 'warning',
} as const;

export type IssueCode = keyof typeof ISSUE_SEVERITY;
export type Severity = 'error' | 'warning' | 'info';

/** One finding at one place of a file. */
export interface Issue {
	readonly code: IssueCode;
	readonly severity: Severity;
	/** JSON pointer (RFC 6901) into the file: `/0/dataset/task_id`; empty for the whole file. */
	readonly pointer: string;
	/** 1-based. */
	readonly line: number;
	/** 1-based, in UTF-16 code units. */
	readonly column: number;
	readonly params: Readonly<Record<string, string | number>>;
}

/** The issue of that code, with its severity. */
export function issue(
	code: IssueCode,
	pointer: string,
	place: { readonly line: number; readonly column: number },
	params: Issue['params'] = {},
): Issue {
	return { code, severity: ISSUE_SEVERITY[code], pointer, line: place.line, column: place.column, params };
}

/** In the order of the file. */
export const byPlace = (a: Pick<Issue, 'line' | 'column'>, b: Pick<Issue, 'line' | 'column'>): number =>
	a.line - b.line || a.column - b.column;
