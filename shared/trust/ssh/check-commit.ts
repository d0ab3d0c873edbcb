import type { KeySource } from '../keys/key.ts';
import { type CommitFault, commitSignature, type SignatureKind, type SignedCommit } from './commit-signature.ts';
import { type SshSigFault, sshSignatureFits } from './sshsig.ts';

/** What git signs commits and tags for (`ssh-keygen -Y sign -n git`, gpg-interface.c). */
const NAMESPACE = 'git';

/** A key that commits may be signed with. */
export interface SigningKey {
	/** 32 bytes, Ed25519. */
	readonly publicKey: Uint8Array;
	readonly owner: string;
	/** ms since 1970, both included. */
	readonly notBefore?: number;
	readonly notAfter?: number;
	/** `retired`: what it signed stands, up to `notAfter`; `revoked`: nothing that it signed counts, since who stole it can write any date. */
	readonly status: 'active' | 'retired' | 'revoked';
	readonly source: KeySource;
}

interface ByKey {
	/** As `ssh-keygen -l` prints it. */
	readonly fingerprint: string;
}

interface ByListedKey extends ByKey {
	readonly key: SigningKey;
	readonly owner: string;
	/** Seconds since 1970, as the committer wrote it: no proof of when. */
	readonly committedAt: number;
	readonly author: SignedCommit['author'];
	readonly committer: SignedCommit['committer'];
}

export type CommitVerdict =
	| { readonly state: 'unsigned' }
	/** Fits, made for commits, by a key of the list that counts at the time that the commit says. The only one that may look green. */
	| ({ readonly state: 'signed' } & ByListedKey)
	/** Fits, by a key that nobody vouched for: anybody can make one. */
	| ({ readonly state: 'unknown-key' } & ByKey)
	/** Does not fit these bytes under the key that it names. */
	| ({ readonly state: 'invalid' } & ByKey)
	/** Fits, but was made for something else. */
	| ({ readonly state: 'wrong-namespace'; readonly namespace: string } & ByKey)
	| ({ readonly state: 'outside-validity' } & ByListedKey)
	| ({ readonly state: 'revoked' } & ByListedKey)
	/** Of a kind that is not checked here; `keyType` where it is by an SSH key of another type. */
	| { readonly state: 'not-checked-here'; readonly kind: SignatureKind; readonly keyType?: string }
	| { readonly state: 'malformed'; readonly fault: CommitFault | SshSigFault };

/**
 * Whether a commit is signed by somebody of this list, from its bytes alone (those without `commit <length>\0`). The bytes are what the
 * commit's oid is the hash of; that they are is the caller's to know. Order of the checks: form of the commit, kind of signature, form of
 * the signature, whether it fits, what it was made for, whose key it is, whether that is revoked, whether it counts at that time.
 * Never throws.
 */
export function commitVerdict(commitBytes: Uint8Array, keys: readonly SigningKey[]): CommitVerdict {
	const commit = commitSignature(commitBytes);
	if (commit.kind === 'none') return { state: 'unsigned' };
	if (commit.kind === 'malformed') return { state: 'malformed', fault: commit.fault };
	if (commit.kind !== 'ssh') return { state: 'not-checked-here', kind: commit.kind };
	const fit = sshSignatureFits(commit.armour, commit.payload, NAMESPACE);
	switch (fit.state) {
		case 'malformed':
			return fit;
		case 'unsupported':
			return { state: 'not-checked-here', kind: 'ssh', keyType: fit.keyType };
		case 'does-not-fit':
			return { state: 'invalid', fingerprint: fit.fingerprint };
		case 'other-namespace':
			return { state: 'wrong-namespace', namespace: fit.namespace, fingerprint: fit.fingerprint };
		case 'fits':
			return byWhom(commit, fit, keys);
	}
}

function byWhom(
	{ committedAt, author, committer }: SignedCommit,
	{ publicKey, fingerprint }: { readonly publicKey: Uint8Array; readonly fingerprint: string },
	keys: readonly SigningKey[],
): CommitVerdict {
	const listed = keys.filter((key) => same(key.publicKey, publicKey));
	const by = (key: SigningKey): ByListedKey => ({ key, owner: key.owner, fingerprint, committedAt, author, committer });
	const [first] = listed;
	if (!first) return { state: 'unknown-key', fingerprint };
	// Revoked anywhere is revoked: a second entry for the same key does not bring it back.
	const revoked = listed.find(({ status }) => status === 'revoked');
	if (revoked) return { state: 'revoked', ...by(revoked) };
	const valid = listed.find((key) => countsAt(key, committedAt * 1_000));
	return valid ? { state: 'signed', ...by(valid) } : { state: 'outside-validity', ...by(first) };
}

/** A retired key without an end has no window to be inside of: taken as open, it would go on signing. */
function countsAt({ notBefore, notAfter, status }: SigningKey, time: number): boolean {
	if (status === 'retired' && notAfter === undefined) return false;
	return (notBefore === undefined || time >= notBefore) && (notAfter === undefined || time <= notAfter);
}

const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);
