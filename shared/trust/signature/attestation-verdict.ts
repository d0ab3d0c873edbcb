import type { EvalResult } from '../../results/result.ts';
import { fromBase64url } from '../crypto/base64url.ts';
import type { ListedKey } from '../keys/key.ts';
import { publicJwk, thumbprint } from '../keys/thumbprint.ts';
import { link } from '../link.ts';
import { type DsseEnvelope, readDsse } from '../receipts/dsse.ts';
import { readEvalResultStatement } from '../receipts/eval-result-statement.ts';
import { reason } from '../schemes/scheme.ts';
import { type ClaimRow, type Reason, type SignatureState, type Verdict, verdict } from './verdict.ts';
import { verdictKey } from './verdict-key.ts';

/** Whether what a result names as its source may be an attestation, by its address alone: nothing is fetched for it. */
export const mayBeAttestation = ({ source }: Pick<EvalResult, 'source'>): boolean =>
	/(?:\.(?:dsse|intoto|att)(?:\.jsonl?)?|attestation[^/]*\.json|receipt[^/]*\.json)$/i.test(link(source?.url)?.pathname ?? '');

/**
 * What stands at a result's source, as a DSSE envelope with an in-toto statement about an evaluation's result. It signs that a threshold was
 * reached; which repository and benchmark it is about stands in it as salted commitments at most. So it is never green, whoever signed it.
 */
export function attestationVerdict(text: string, { valueText, dataset }: EvalResult, keys: readonly ListedKey[]): Verdict {
	const own = keys.filter(({ purpose, status }) => purpose === 'results' && status !== 'revoked');
	const envelope = readDsse(
		text,
		own.map(({ jwk }) => fromBase64url(jwk.x) ?? new Uint8Array()),
	);
	if (!envelope.ok)
		return told(envelope.fault === 'not-an-envelope' || envelope.fault === 'not-json' ? 'unsupported-format' : 'malformed', [
			reason('attestation-form', { fault: envelope.fault }),
		]);
	const statement = readEvalResultStatement(envelope.payloadType, envelope.payload, valueText);
	if (!statement.ok) return told('unsupported-format', [reason('attestation-other', { fault: statement.fault })]);
	const [first] = statement.verdicts;
	const signed = first && `${first.metric} ${first.comparator} ${first.threshold}: ${first.passed}`;
	const claims: ClaimRow[] = [
		{
			claim: 'value',
			...(signed !== undefined && { signed }),
			...(valueText !== undefined && { shown: valueText }),
			verdict: AGREEMENT[statement.value],
		},
		...(dataset.id === undefined ? [] : [{ claim: 'dataset' as const, shown: dataset.id, verdict: 'not-signed' as const }]),
	];
	const { listed, named, fits } = whoSigned(envelope, own);
	const facts = { claims, ...(listed && { key: verdictKey(listed) }), ...(named !== undefined && { named }) };
	if (!fits)
		return named === undefined
			? told('unknown-key', [reason('no-key-fits')], facts)
			: told('signature-invalid', [reason('receipt-does-not-fit')], facts);
	if (statement.value === 'contradicts') return told('claims-mismatch', [reason('receipt-value')], facts);
	return listed
		? told('could-not-check', [reason('attestation-listed', { owner: listed.owner })], facts)
		: told('unknown-key', [reason('self-supplied')], facts);
}

const AGREEMENT = { agrees: 'agrees', contradicts: 'differs', 'not-covered': 'not-signed' } as const;

interface Signer {
	/** A signature fits, by a key of the list or by one that came with it. */
	readonly fits: boolean;
	readonly listed?: ListedKey;
	/** Thumbprint of the key that came with it. */
	readonly named?: string;
}

function whoSigned({ signatures }: DsseEnvelope, own: readonly ListedKey[]): Signer {
	const fitting = new Set(signatures.flatMap(({ fits }) => fits.map((key) => publicJwk(key).x)));
	const listed = own.find(({ jwk }) => fitting.has(jwk.x));
	if (listed) return { fits: true, listed };
	const supplied = signatures.flatMap(({ selfSupplied }) => selfSupplied ?? []);
	const named = supplied[0] && thumbprint(publicJwk(supplied[0].publicKey));
	return { fits: supplied.some(({ fits }) => fits), ...(named !== undefined && { named }) };
}

const told = (state: SignatureState, reasons: readonly Reason[], facts: Partial<Verdict> = {}): Verdict =>
	verdict(state, reasons, { scheme: 'dsse', ...facts });
