import { fromBase64 } from './base64.ts';
import type { ExportBundle, ExportedEvidence } from './bundle.ts';
import { listed } from './listed.ts';
import { reportOfExport } from './report-of-export.ts';
import { readable } from './write-export.ts';

/**
 * The same export with everything that follows from its bytes made again: results, badges, benchmarks, findings, the text for
 * people. For one whose lists say something else, before they are passed on. Files, objects and repositories stay as they
 * are, so that whatever is wrong with them is found again by whoever checks next.
 */
export function madeAgain(bundle: ExportBundle): ExportBundle {
	const lists = reportOfExport(bundle).map(listed);
	const issues = new Map(lists.flatMap((list) => [...list.issues]));
	return {
		...bundle,
		evidence: bundle.evidence.map((piece): ExportedEvidence => {
			const bytes = fromBase64(piece.bytes);
			return { ...piece, ...(bytes && { text: readable(bytes) }), ...(piece.issues && { issues: issues.get(piece.id) ?? [] }) };
		}),
		results: lists.flatMap((list) => list.results),
		benchmarks: lists.flatMap((list) => list.benchmarks),
		assessments: lists.flatMap((list) => list.assessments),
	};
}
