import type { Report } from '../report/report.ts';
import { RULES, type SignatureState } from '../trust/signature/verdict.ts';
import type { ExportBundle } from './bundle.ts';

/** One result whose signature was in another state for who exported it than it is here. */
export interface OtherSignature {
	readonly result: string;
	readonly listed: SignatureState;
	readonly here: SignatureState;
	/** `rules`: the program checks by other rules than it did then; `keys`: other keys, or another time. Neither shows that anything was changed. */
	readonly why: 'rules' | 'keys';
}

/** What an export says of its signatures, which rests on keys and a clock that were not here, against what checking them here gave. */
export function compareSignatures(bundle: ExportBundle, reports: readonly Report[]): readonly OtherSignature[] {
	const here = new Map(reports.flatMap(({ assessments }) => assessments.map(({ result, signature }) => [result, signature] as const)));
	return bundle.assessments.flatMap(({ result, signature: listed }): readonly OtherSignature[] => {
		const now = here.get(result);
		if (!listed || !now || listed.state === now.state) return [];
		return [{ result, listed: listed.state, here: now.state, why: listed.rules === RULES ? 'keys' : 'rules' }];
	});
}
