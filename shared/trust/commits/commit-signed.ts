import { fromBase64 } from '../../exports/base64.ts';
import type { EvidencePlace } from '../../report/report.ts';
import { fromBase64url } from '../crypto/base64url.ts';
import type { ListedKey } from '../keys/key.ts';
import { endOf } from '../keys/moment.ts';
import { type CommitVerdict, commitVerdict, type SigningKey } from '../ssh/check-commit.ts';

/** What checking the signature of the commit that last touched a file gave: who put it there, never that anything was measured. Plain data. */
export interface CommitSigned {
	readonly state: Exclude<CommitVerdict['state'], 'unsigned'>;
	readonly commit: string;
	/** As `ssh-keygen -l` prints it. */
	readonly fingerprint?: string;
	/** Owner of the key, as the reader's list has it. */
	readonly owner?: string;
	/** Kind of signature that is not checked here: `openpgp`, `x509`… */
	readonly kind?: string;
	/** ms since 1970, as the committer wrote it. */
	readonly at?: number;
}

/** Verdicts that are kept: a page asks for each of its files, each time that it is drawn. */
const KEPT = 500;
const known = new Map<string, CommitSigned | undefined>();

/** `undefined` where no signed commit is known to have touched the file last. */
export function commitSigned({ touched }: Pick<EvidencePlace, 'touched'>, keys: readonly ListedKey[]): CommitSigned | undefined {
	if (!touched) return undefined;
	const own = keys.filter(({ purpose }) => purpose === 'commits');
	const key = JSON.stringify([
		touched.object,
		own.map(({ jwk, owner, status, notBefore, notAfter }) => [jwk.x, owner, status, notBefore, notAfter]),
	]);
	if (known.has(key)) return known.get(key);
	const verdict = check(touched, own);
	if (known.size >= KEPT) known.clear();
	known.set(key, verdict);
	return verdict;
}

function check({ commit, object }: NonNullable<EvidencePlace['touched']>, keys: readonly ListedKey[]): CommitSigned | undefined {
	const verdict = commitVerdict(fromBase64(object) ?? new Uint8Array(), keys.flatMap(signingKey));
	if (verdict.state === 'unsigned') return undefined;
	return {
		state: verdict.state,
		commit,
		...('fingerprint' in verdict && { fingerprint: verdict.fingerprint }),
		...('owner' in verdict && { owner: verdict.owner, at: verdict.committedAt * 1000 }),
		...('kind' in verdict && { kind: verdict.keyType ?? verdict.kind }),
	};
}

function signingKey({ jwk, owner, status, source, notBefore, notAfter }: ListedKey): readonly SigningKey[] {
	const publicKey = fromBase64url(jwk.x);
	if (!publicKey) return [];
	return [
		{
			publicKey,
			owner,
			status,
			source,
			...(notBefore !== undefined && { notBefore: Date.parse(notBefore) }),
			...(notAfter !== undefined && { notAfter: endOf(notAfter) }),
		},
	];
}
