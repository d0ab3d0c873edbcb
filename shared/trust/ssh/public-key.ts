import { type KeyFault, keyFault } from '../crypto/ed25519.ts';
import { sha256 } from '../crypto/sha.ts';
import { algorithmName, fromBase64, toBase64, wireReader, wireString } from './wire.ts';

/** The one kind of key that is checked here (RFC 8709 §4). */
export const ED25519 = 'ssh-ed25519';

/** Characters of the longest line that is looked at: an RSA key of 16,384 bits has 2,800. */
const LONGEST_LINE = 8 * 1024;

/** Why a text or its bytes are no key to take. Words: `reason_<code>`, hyphens as underscores. */
export type SshKeyFault =
	| 'too-long'
	| 'not-one-line'
	/** The secret half. It should not have left its owner's disk. */
	| 'private-key'
	/** Something stands before the type, as in `authorized_keys` or `allowed_signers`: it would say when the key counts, and is not read here. */
	| 'options'
	| 'no-type'
	| 'not-base64'
	| 'cut'
	| 'trailing-bytes'
	/** The line says one type, its bytes another. */
	| 'type-differs'
	| KeyFault;

export type ReadSshKey =
	| { readonly kind: 'ed25519'; readonly publicKey: Uint8Array; readonly blob: Uint8Array }
	/** A key of another type, such as `ssh-rsa` or one in a token (`sk-…`): named, its bytes not looked into. */
	| { readonly kind: 'other'; readonly type: string; readonly blob: Uint8Array }
	| { readonly kind: 'malformed'; readonly fault: SshKeyFault };

/** What all types that OpenSSH knows look like: `ssh-ed25519`, `ecdsa-sha2-nistp256`, `sk-ssh-ed25519@openssh.com`. */
const TYPE = /^(?:sk-)?(?:ssh|ecdsa)-[\w.@-]+$/;

/**
 * A public key as `ssh-keygen` writes it into `*.pub` and as forges show it: `ssh-ed25519 AAAA… comment` (sshd(8), "AUTHORIZED_KEYS FILE
 * FORMAT"). The comment is what anybody wrote there, and is passed over.
 */
export function readSshKeyLine(text: string): ReadSshKey {
	if (text.length > LONGEST_LINE) return malformed('too-long');
	if (text.includes('PRIVATE KEY-----')) return malformed('private-key');
	const line = text.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '');
	if (/[\r\n]/.test(line)) return malformed('not-one-line');
	const [type = '', base64 = '', ...rest] = line.split(/[ \t]+/);
	if (!TYPE.test(type)) return malformed([base64, ...rest].some((word) => TYPE.test(word)) ? 'options' : 'no-type');
	const blob = fromBase64(base64);
	if (!blob) return malformed('not-base64');
	const key = readSshKeyBlob(blob);
	const read = key.kind === 'ed25519' ? ED25519 : key.kind === 'other' ? key.type : type;
	return read === type ? key : malformed('type-differs');
}

/** The same from its bytes: `string type`, then what the type says (RFC 4253 §6.6); for Ed25519 `string key` (RFC 8709 §4). */
export function readSshKeyBlob(blob: Uint8Array): ReadSshKey {
	const read = wireReader(blob);
	const first = read.string();
	if (!first) return malformed('cut');
	const type = algorithmName(first);
	if (type === undefined) return malformed('no-type');
	if (type !== ED25519) return { kind: 'other', type, blob };
	const publicKey = read.string();
	if (!publicKey) return malformed('cut');
	if (read.left() > 0) return malformed('trailing-bytes');
	const fault = keyFault(publicKey);
	return fault ? malformed(fault) : { kind: 'ed25519', publicKey, blob };
}

/** The name under which people know a key, as `ssh-keygen -l` prints it: `SHA256:` and 43 characters. */
export const fingerprint = (blob: Uint8Array): string => `SHA256:${toBase64(sha256(blob))}`;

/** The bytes of an Ed25519 key as SSH writes them, which is what its fingerprint is made over. */
export function ed25519Blob(publicKey: Uint8Array): Uint8Array {
	const parts = [new TextEncoder().encode(ED25519), publicKey].map(wireString);
	return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const malformed = (fault: SshKeyFault): ReadSshKey => ({ kind: 'malformed', fault });
