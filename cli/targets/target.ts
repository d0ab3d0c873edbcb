import type { ExportBundle } from '../../shared/exports/bundle.ts';
import type { ExportRefusal } from '../../shared/exports/read-export.ts';
import type { ExportCheck } from '../../shared/exports/verify-export.ts';
import type { Report } from '../../shared/report/report.ts';

/** What became of one file, folder or address that was named on the command line. */
export type Target =
	| {
			readonly kind: 'read';
			/** As typed. */
			readonly name: string;
			readonly reports: readonly Report[];
			readonly bundle: ExportBundle;
			/** For an export: how its bytes, objects and lists fit together. */
			readonly check?: ExportCheck;
			/** Folder that the paths of local files go on from, as typed. */
			readonly folders?: ReadonlyMap<string, string>;
	  }
	/** A folder without any file that Evalmark reads. */
	| { readonly kind: 'empty'; readonly name: string }
	| { readonly kind: 'refused'; readonly name: string; readonly reason: ExportRefusal }
	/** Neither a file nor a folder nor an address. */
	| { readonly kind: 'missing'; readonly name: string }
	/** A device, a pipe or a socket. */
	| { readonly kind: 'not-a-file'; readonly name: string }
	/** `limit`: the most that is read, in bytes. */
	| { readonly kind: 'too-large'; readonly name: string; readonly limit: number }
	/** There, and cannot be read. */
	| { readonly kind: 'unreadable'; readonly name: string; readonly detail: string };
