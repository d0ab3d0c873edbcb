import type { ExportBundle } from '../../shared/exports/bundle.ts';
import type { ExportRefusal } from '../../shared/exports/read-export.ts';
import type { ExportCheck } from '../../shared/exports/verify-export.ts';

/** One thing that the user opened, by its place in the list of them. */
export interface Source {
	readonly id: number;
	/** What it is called: a file's or a folder's name. */
	readonly name: string;
	readonly state: SourceState;
}

export type SourceState =
	| { readonly type: 'reading' }
	| { readonly type: 'read'; readonly bundle: ExportBundle; readonly check: ExportCheck; readonly local: boolean }
	| { readonly type: 'failed'; readonly reason: SourceFailure };

/** Why nothing of it is shown. Words: `export_refused_<code>` or `viewer_failed_<code>`, hyphens as underscores. */
export type SourceFailure =
	| ({ readonly from: 'export' } & ExportRefusal)
	| {
			readonly from: 'viewer';
			readonly code: 'no-files' | 'unreadable' | 'nothing-stored' | 'no-extension' | 'no-hashing';
			readonly params: Readonly<Record<string, string>>;
	  };

export const failed = (
	code: Extract<SourceFailure, { from: 'viewer' }>['code'],
	params: Readonly<Record<string, string>> = {},
): SourceState => ({
	type: 'failed',
	reason: { from: 'viewer', code, params },
});
