import { toBase64 } from '../exports/base64.ts';
import type { GitObject } from '../git/object.ts';
import type { Evidence, Merged, Repository } from '../hosts/evidence.ts';
import { fileUrl, linesOf } from '../hosts/file-url.ts';
import type { EvidencePlace } from './report.ts';

/** Where a piece of evidence stood, with the page that shows the file there, if the host of the report's repository has such pages. */
export function placeOf(
	piece: Evidence,
	home: Repository,
	issues: EvidencePlace['issues'],
	merged?: Merged,
	touched?: GitObject,
): EvidencePlace {
	// A benchmark's repository stands on the same host, so its file pages are laid out as this one's.
	const own = piece.repository === home.id;
	const template = own ? home.fileTemplate : home.fileTemplate?.replace(home.id, () => piece.repository);
	const url = template && (own || template.startsWith(`${piece.repository}/`)) ? fileUrl(template, piece.commit, piece.path) : undefined;
	const lines = template && linesOf(template);
	return {
		id: piece.id,
		path: piece.path,
		ref: piece.ref,
		commit: piece.commit,
		blob: piece.blob,
		...(piece.submission === undefined ? {} : { submission: piece.submission }),
		...(merged === undefined ? {} : { merged }),
		...(touched && { touched: { commit: touched.oid, object: toBase64(touched.bytes) } }),
		...(url === undefined ? {} : { url }),
		...(url !== undefined && lines !== undefined && { lines }),
		...(piece.hostSays?.refuses !== undefined && { refused: piece.hostSays.refuses }),
		issues,
	};
}
