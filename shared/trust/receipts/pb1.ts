import { fromBase64url } from '../crypto/base64url.ts';
import { fits, type KeyFault, keyFault } from '../crypto/ed25519.ts';
import type { Binds } from './binds.ts';
import { isIncluded } from './inclusion.ts';
import { inflateCapped } from './inflate-capped.ts';
import { readJson } from './json-bytes.ts';
import { claimedVerdict, type IssuerKey, isSalted, issuerKey } from './pb1-claim.ts';
import { type Outside, type Receipt, readReceipt } from './pb1-receipt.ts';
import { rowsOf, type SignedRow } from './rows.ts';
import { agreement, type ValueAgreement, type Verdict } from './verdict.ts';

const PREFIX = 'pb1.';
/** Bytes of a receipt unpacked; its own verifier has the same limit (`hf_evals.py` of proofbundle). */
const LARGEST_RECEIPT = 256 * 1024;
/** Characters that so many bytes take where packing saves nothing: zlib's bound for them, in base64url. */
const LONGEST_TOKEN = 350_000;

export type Pb1Fault =
	| 'not-pb1'
	| 'too-large'
	/** Padding, white space, another alphabet, or stray bits in the last character. */
	| 'not-canonical'
	| 'not-zlib'
	| 'not-json'
	/** In the receipt, or in what is signed: readers differ in which of the two they take. */
	| 'duplicate-name'
	| 'not-a-receipt'
	| 'unsupported-algorithm';

/** Whether what is signed is a leaf of the tree under the root that stands beside it. That root is not signed: `holds` dates nothing. */
export type Inclusion = 'holds' | 'fails' | 'absent';

/** What a token says and what of it was checked. The key came with it: it tells receipts of one issuer from another's, not who that is. */
export interface Pb1 {
	readonly ok: true;
	/** Under the key in the token, and never under one with a fault. */
	readonly fits: boolean;
	readonly publicKey: Uint8Array;
	readonly keyFault?: KeyFault;
	/** What the payload says, whether or not the signature fits. */
	readonly covers: readonly SignedRow[];
	readonly leftOut: number;
	/** Of an evaluation claim whose issuer is the key in the token, where the signature fits. */
	readonly verdict?: Verdict;
	/** `not-covered` wherever there is no `verdict`. */
	readonly value: ValueAgreement;
	readonly inclusion: Inclusion;
	readonly issuer: IssuerKey;
	readonly binds: Binds;
	/** What else is in the token, unsigned and unread. */
	readonly outside: readonly Outside[];
}

export type ReadPb1 = Pb1 | { readonly ok: false; readonly fault: Pb1Fault; readonly detail?: string };

/**
 * Reads a proofbundle receipt that travels as a `verifyToken`: `pb1.`, then base64url of a zlib stream of the receipt's JSON.
 * `valueText` is the value beside the token, as written. Never throws; what `detail` says is the place of a fault, never foreign text.
 */
export function readPb1(token: string, valueText: string | undefined): ReadPb1 {
	if (!token.startsWith(PREFIX)) return { ok: false, fault: 'not-pb1' };
	if (token.length > LONGEST_TOKEN) return { ok: false, fault: 'too-large', detail: 'token' };
	const packed = fromBase64url(token.slice(PREFIX.length));
	if (!packed) return { ok: false, fault: 'not-canonical' };
	const unpacked = inflateCapped(packed, LARGEST_RECEIPT);
	if (!unpacked.ok)
		return unpacked.fault === 'too-large'
			? { ok: false, fault: 'too-large', detail: 'receipt' }
			: { ok: false, fault: 'not-zlib', detail: unpacked.fault };
	const json = readJson(unpacked.bytes);
	if (!json.ok)
		return json.fault === 'duplicate-name'
			? { ok: false, fault: 'duplicate-name', detail: 'receipt' }
			: { ok: false, fault: 'not-json', detail: json.fault };
	const read = readReceipt(json.value);
	return read.ok ? judge(read.receipt, valueText) : read;
}

function judge({ payload, publicKey, signature, inclusion, outside }: Receipt, valueText: string | undefined): ReadPb1 {
	const said = readJson(payload);
	if (!said.ok && said.fault === 'duplicate-name') return { ok: false, fault: 'duplicate-name', detail: 'payload' };
	// To the format a payload is any bytes; what is no JSON says nothing that could be listed.
	const claim = said.ok ? said.value : undefined;
	const fault = keyFault(publicKey);
	const issuer = issuerKey(claim, publicKey);
	const isFitting = fault === undefined && fits(signature, payload, publicKey);
	const verdict = isFitting && issuer === 'same-key' ? claimedVerdict(claim) : undefined;
	return {
		ok: true,
		fits: isFitting,
		publicKey,
		...(fault && { keyFault: fault }),
		...rowsOf(claim),
		...(verdict && { verdict }),
		value: agreement(verdict, valueText),
		inclusion: inclusion === 'absent' ? 'absent' : inclusion !== 'impossible' && isIncluded(payload, inclusion) ? 'holds' : 'fails',
		issuer,
		binds: {
			model: isSalted(claim, 'model_id_commit') ? 'salted' : 'not-named',
			dataset: isSalted(claim, 'dataset_id_commit') ? 'salted' : 'not-named',
			repository: 'not-named',
		},
		outside,
	};
}
