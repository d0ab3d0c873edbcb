import { oneLine } from '../../citing/one-line.ts';
import { fits, type KeyFault, keyFault } from '../crypto/ed25519.ts';
import { type JsonFault, parseStrict } from '../jws/strict-json.ts';
import { fromEitherBase64 } from './base64.ts';
import { isObject } from './json-bytes.ts';
import { keyInKeyid } from './key-in-keyid.ts';

export type DsseFault = JsonFault | 'too-large' | 'not-an-envelope' | 'not-base64' | 'no-signatures' | 'too-many-signatures';

/** A key that came with the envelope. Whoever wrote the signature wrote the key: that it fits says nothing about who that is. */
export interface SelfSupplied {
	readonly publicKey: Uint8Array;
	readonly keyFault?: KeyFault;
	/** Never under a key with a fault. */
	readonly fits: boolean;
}

export interface DsseSignature {
	/** On one line; a hint that is not signed. */
	readonly keyid?: string;
	/** Those of the given keys under which it fits. What is wrong with a key is asked when it is taken into a list, not here. */
	readonly fits: readonly Uint8Array[];
	readonly selfSupplied?: SelfSupplied;
}

export interface DsseEnvelope {
	readonly ok: true;
	/** Signed with the payload. */
	readonly payloadType: string;
	readonly payload: Uint8Array;
	/** In the order of the envelope. One that fits is enough for what it says; how many must fit is the caller's to say. */
	readonly signatures: readonly DsseSignature[];
}

export type ReadDsse = DsseEnvelope | { readonly ok: false; readonly fault: DsseFault };

/** Characters of an envelope; what a statement about one evaluation takes is a few thousand. */
const LONGEST_ENVELOPE = 256 * 1024;
const MOST_SIGNATURES = 8;
/** Of what unknown fields, which are to be ignored, may hold. */
const DEEPEST = 16;
const LONGEST_KEYID = 120;

/**
 * Reads a DSSE envelope (secure-systems-lab/dsse, envelope.md 1.0.2) and checks each of its signatures as one of Ed25519, under each of
 * the given keys and under the one that its keyid spells out, if it does. The keyid chooses no key. Never throws.
 */
export function readDsse(text: string, keys: readonly Uint8Array[]): ReadDsse {
	if (text.length > LONGEST_ENVELOPE) return fault('too-large');
	const json = parseStrict(text, { depth: DEEPEST });
	if (!json.ok) return fault(json.fault);
	const envelope = json.value;
	if (!isObject(envelope)) return fault('not-an-envelope');
	const { payloadType, payload: encoded, signatures } = envelope;
	if (typeof payloadType !== 'string' || !PAYLOAD_TYPE.test(payloadType)) return fault('not-an-envelope');
	if (typeof encoded !== 'string' || !Array.isArray(signatures)) return fault('not-an-envelope');
	const payload = fromEitherBase64(encoded);
	if (!payload) return fault('not-base64');
	if (signatures.length === 0) return fault('no-signatures');
	if (signatures.length > MOST_SIGNATURES) return fault('too-many-signatures');
	const message = preAuthEncoding(payloadType, payload);
	const checked: DsseSignature[] = [];
	for (const entry of signatures) {
		if (!isObject(entry) || typeof entry.sig !== 'string') return fault('not-an-envelope');
		const signature = fromEitherBase64(entry.sig);
		if (!signature) return fault('not-base64');
		// Unset and empty are the same (envelope.md, "Parsing rules").
		const keyid = typeof entry.keyid === 'string' ? entry.keyid : '';
		checked.push(check(signature, message, keyid, keys));
	}
	return { ok: true, payloadType, payload, signatures: checked };
}

/** Media types and URIs are printable ASCII; anything else could be read as another type than was signed. */
const PAYLOAD_TYPE = /^[\x20-\x7e]*$/;

function check(signature: Uint8Array, message: Uint8Array, keyid: string, keys: readonly Uint8Array[]): DsseSignature {
	const brought = keyInKeyid(keyid);
	const bad = brought && keyFault(brought);
	return {
		...(keyid !== '' && { keyid: oneLine(keyid, LONGEST_KEYID) }),
		fits: keys.filter((key) => fits(signature, message, key)),
		...(brought && {
			selfSupplied: {
				publicKey: brought,
				...(bad && { keyFault: bad }),
				fits: bad === undefined && fits(signature, message, brought),
			},
		}),
	};
}

/** What is signed: `DSSEv1`, length and bytes of the type, length and bytes of the payload, a space between (protocol.md, PAE). */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
	const type = new TextEncoder().encode(payloadType);
	const head = new TextEncoder().encode(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
	const joined = new Uint8Array(head.length + payload.length);
	joined.set(head);
	joined.set(payload, head.length);
	return joined;
}

const fault = (code: DsseFault): ReadDsse => ({ ok: false, fault: code });
