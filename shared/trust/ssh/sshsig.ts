import { joined } from '../../http/joined.ts';
import { fits, SIGNATURE_BYTES } from '../crypto/ed25519.ts';
import { sha256, sha512 } from '../crypto/sha.ts';
import { ED25519, fingerprint, readSshKeyBlob, type SshKeyFault } from './public-key.ts';
import { algorithmName, fromBase64, wireReader, wireString } from './wire.ts';

/** Characters of the longest signature that is looked at: one by an RSA key of 16,384 bits has 5,800. */
const LONGEST_ARMOUR = 8 * 1024;

const BEGIN = '-----BEGIN SSH SIGNATURE-----\n';
const END = '\n-----END SSH SIGNATURE-----';
const MAGIC = new TextEncoder().encode('SSHSIG');
const VERSION = Uint8Array.of(0, 0, 0, 1);
const HASHES = { sha256, sha512 } as const;

/** Why a text is no signature that can be checked. Words: `reason_<code>`, hyphens as underscores. */
export type SshSigFault =
	| 'no-armour'
	| 'no-magic'
	| 'other-version'
	/** Empty, or bytes that cannot be shown as text. */
	| 'namespace'
	| 'reserved'
	| 'other-hash'
	/** Not by the algorithm of its key. */
	| 'signature-type'
	| 'signature-length'
	/** Of the key inside, or of the same kind. */
	| SshKeyFault;

/** A signature by an Ed25519 key, taken apart, with nothing believed of it yet. */
interface SshSig {
	readonly publicKey: Uint8Array;
	readonly fingerprint: string;
	/** What it was made for. */
	readonly namespace: string;
	readonly hash: keyof typeof HASHES;
	readonly signature: Uint8Array;
}

export type ReadSshSig =
	| { readonly kind: 'ed25519'; readonly sig: SshSig }
	/** By a key of another type. `fingerprint` is that of the key. */
	| { readonly kind: 'unsupported'; readonly keyType: string; readonly fingerprint: string }
	| { readonly kind: 'malformed'; readonly fault: SshSigFault };

/**
 * Reads an armoured SSH signature (PROTOCOL.sshsig of OpenSSH, 1 and 2). Stricter than `ssh-keygen`, so that a signature has one way to be
 * written: nothing but newlines after the footer, no white space inside of lines, no bytes after the last field, no version but 1.
 */
export function readSshSig(armour: string): ReadSshSig {
	if (armour.length > LONGEST_ARMOUR) return malformed('too-long');
	const end = armour.indexOf(END);
	// Some that write commits end the header with an empty line.
	if (!armour.startsWith(BEGIN) || end === -1 || !/^\n*$/.test(armour.slice(end + END.length))) return malformed('no-armour');
	const lines = armour.slice(BEGIN.length, end).split('\n');
	const blob = lines.includes('') ? undefined : fromBase64(lines.join(''));
	return blob ? readBlob(blob) : malformed('not-base64');
}

function readBlob(blob: Uint8Array): ReadSshSig {
	if (!startsWith(blob, MAGIC)) return malformed('no-magic');
	const versioned = blob.subarray(MAGIC.length);
	if (!startsWith(versioned, VERSION)) return malformed('other-version');
	const read = wireReader(versioned.subarray(VERSION.length));
	const keyBlob = read.string();
	const namespaceBytes = read.string();
	const reserved = read.string();
	const hashBytes = read.string();
	const signatureBlob = read.string();
	if (!keyBlob || !namespaceBytes || !reserved || !hashBytes || !signatureBlob) return malformed('cut');
	if (read.left() > 0) return malformed('trailing-bytes');
	const namespace = shownText(namespaceBytes);
	if (namespace === undefined) return malformed('namespace');
	// PROTOCOL.sshsig, 3, has it signed as it stands here; `ssh-keygen` checks it as empty, whatever stands here. Nobody writes one.
	if (reserved.length > 0) return malformed('reserved');
	const hash = algorithmName(hashBytes);
	if (hash !== 'sha256' && hash !== 'sha512') return malformed('other-hash');
	const key = readSshKeyBlob(keyBlob);
	if (key.kind === 'malformed') return key;
	if (key.kind === 'other') return { kind: 'unsupported', keyType: key.type, fingerprint: fingerprint(keyBlob) };
	// RFC 8709 §6: `string "ssh-ed25519"`, `string signature`.
	const inner = wireReader(signatureBlob);
	const type = inner.string();
	const signature = inner.string();
	if (!type || !signature) return malformed('cut');
	if (inner.left() > 0) return malformed('trailing-bytes');
	if (algorithmName(type) !== ED25519) return malformed('signature-type');
	if (signature.length !== SIGNATURE_BYTES) return malformed('signature-length');
	return { kind: 'ed25519', sig: { publicKey: key.publicKey, fingerprint: fingerprint(keyBlob), namespace, hash, signature } };
}

/** Whose key a signature names. Whether it is trusted, and for what, is the caller's to know. */
interface BySshKey {
	readonly publicKey: Uint8Array;
	readonly fingerprint: string;
}

export type SshFit =
	| ({ readonly state: 'fits' } & BySshKey)
	/** Fits these bytes, but was made for another purpose: whoever signs mail for somebody has signed no result for them. */
	| ({ readonly state: 'other-namespace'; readonly namespace: string } & BySshKey)
	| ({ readonly state: 'does-not-fit' } & BySshKey)
	| { readonly state: 'unsupported'; readonly keyType: string; readonly fingerprint: string }
	| { readonly state: 'malformed'; readonly fault: SshSigFault };

/**
 * Whether an armoured signature is over this message, for this namespace, by the key that stands inside of it. Never throws.
 * Signed are `SSHSIG`, the namespace, the reserved string, the hash's name and H(message) (PROTOCOL.sshsig, 3).
 */
export function sshSignatureFits(armour: string, message: Uint8Array, namespace: string): SshFit {
	const read = readSshSig(armour);
	if (read.kind === 'malformed') return { state: 'malformed', fault: read.fault };
	if (read.kind === 'unsupported') return { state: 'unsupported', keyType: read.keyType, fingerprint: read.fingerprint };
	const { sig } = read;
	const by = { publicKey: sig.publicKey, fingerprint: sig.fingerprint };
	// By the namespace that it names itself: one that fits nothing at all should not look like one for another purpose.
	if (!fits(sig.signature, signedBytes(sig, message), sig.publicKey)) return { state: 'does-not-fit', ...by };
	return sig.namespace === namespace ? { state: 'fits', ...by } : { state: 'other-namespace', namespace: sig.namespace, ...by };
}

function signedBytes({ namespace, hash }: SshSig, message: Uint8Array): Uint8Array {
	const utf8 = new TextEncoder();
	const strings = [utf8.encode(namespace), new Uint8Array(), utf8.encode(hash), HASHES[hash](message)];
	return joined([MAGIC, ...strings.map(wireString)]);
}

const malformed = (fault: SshSigFault): { readonly kind: 'malformed'; readonly fault: SshSigFault } => ({ kind: 'malformed', fault });

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean => start.every((byte, at) => bytes[at] === byte);

/** UTF-8 without control characters, one or more; `undefined` otherwise, so that the text is the bytes and can be shown. */
function shownText(bytes: Uint8Array): string | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		return text === '' || /\p{Cc}/u.test(text) ? undefined : text;
	} catch {
		return undefined;
	}
}
