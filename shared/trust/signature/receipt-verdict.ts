import type { EvalResult } from '../../results/result.ts';
import { publicJwk, thumbprint } from '../keys/thumbprint.ts';
import { readPb1 } from '../receipts/pb1.ts';
import { reason } from '../schemes/scheme.ts';
import { type ClaimRow, type Reason, type SignatureState, type Verdict, verdict } from './verdict.ts';

export const isReceipt = (token: string): boolean => token.startsWith('pb1.');

/**
 * A proofbundle receipt, told as what it is. Its key came with it, so that anyone can make one; it signs no score but that a threshold was
 * reached; benchmark and repository stand in it as salted commitments at most, so that the same receipt fits on any repository. Never green.
 */
export function receiptVerdict(token: string, { valueText, dataset }: Pick<EvalResult, 'valueText' | 'dataset'>): Verdict {
	const read = readPb1(token, valueText);
	if (!read.ok) {
		const unsupported = read.fault === 'unsupported-algorithm';
		return told(unsupported ? 'unsupported-format' : 'malformed', [reason('receipt-form', { fault: read.fault })]);
	}
	const signed = read.verdict && `${read.verdict.metric} ${read.verdict.comparator} ${read.verdict.threshold}: ${read.verdict.passed}`;
	const claims: ClaimRow[] = [
		...(signed === undefined ? [] : [{ claim: 'value' as const, signed, ...shown(valueText), verdict: AGREEMENT[read.value] }]),
		...(signed === undefined && valueText !== undefined
			? [{ claim: 'value' as const, shown: valueText, verdict: 'not-signed' as const }]
			: []),
		...(dataset.id === undefined ? [] : [{ claim: 'dataset' as const, shown: dataset.id, verdict: 'not-signed' as const }]),
	];
	const facts = { claims, named: thumbprint(publicJwk(read.publicKey)) };
	if (read.keyFault) return told('signature-invalid', [reason('receipt-key', { fault: read.keyFault })], facts);
	if (!read.fits) return told('signature-invalid', [reason('receipt-does-not-fit')], facts);
	if (read.inclusion === 'fails') return told('malformed', [reason('receipt-proof')], facts);
	if (read.value === 'contradicts') return told('claims-mismatch', [reason('receipt-value')], facts);
	return told('unknown-key', [reason('self-supplied')], facts);
}

const AGREEMENT = { agrees: 'agrees', contradicts: 'differs', 'not-covered': 'not-signed' } as const;

const shown = (text: string | undefined) => (text === undefined ? {} : { shown: text });

const told = (state: SignatureState, reasons: readonly Reason[], facts: Partial<Verdict> = {}): Verdict =>
	verdict(state, reasons, { scheme: 'pb1', ...facts });
