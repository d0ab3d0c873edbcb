import type { ChangesSince, Repository } from '../../hosts/evidence.ts';
import type { EvalResult } from '../../results/result.ts';
import type { Jws } from '../jws/read-jws.ts';
import type { KeyPurpose } from '../keys/key.ts';
import type { Subject } from '../keys/scope.ts';
import type { ClaimRow, Reason, SchemeId } from '../signature/verdict.ts';

/** What a token is compared with: the entry as the host serves it, and what the host, not the page's text, says of its repository. */
export interface Shown {
	readonly result: EvalResult;
	readonly repository: Pick<Repository, 'origin' | 'path' | 'hostId' | 'head'> & Partial<Pick<Repository, 'host'>>;
	/** Commit that the benchmark's definition was read at. */
	readonly benchmarkAt?: string;
	/** What the repository says of the commit that a token names; absent: not looked at. */
	readonly changes?: (commit: string) => ChangesSince | undefined;
}

/** What a scheme makes of a token's claims, before anything is known of its signature. */
export interface Binding {
	readonly claims: readonly ClaimRow[];
	/** `differs`: the token was made for something else than what is shown; `unknown`: something needed to tell is not known here. */
	readonly verdict: 'fits' | 'differs' | 'unknown' | 'malformed' | 'unsupported';
	/** Why, for all but `fits`; for `fits` what makes it a weaker one. */
	readonly reasons: readonly Reason[];
	/** The model or the benchmark was changed since. */
	readonly changed?: readonly Reason[];
	/** What a key has to speak for. */
	readonly subject: Subject;
	readonly issuer?: string;
	/** ms since 1970. */
	readonly signedAt?: number;
	readonly tokenId?: string;
}

/** One kind of signed token. One file each, one line in `index.ts`. */
export interface Scheme {
	readonly id: SchemeId;
	readonly purpose: KeyPurpose;
	/** By `typ` and payload, exactly: a token made for another purpose by the same key must never count (RFC 8725 §3.11, §3.12). */
	readonly recognises: (jws: Jws) => boolean;
	/** Its header has to name the key. */
	readonly namesKey: boolean;
	readonly bind: (jws: Jws, shown: Shown) => Binding;
}

/** What an entry is about, on the page that it stands on. */
export const subjectOf = ({ result, repository }: Pick<Shown, 'result' | 'repository'>): Subject => ({
	host: hostOf(repository.origin) ?? '',
	path: repository.path,
	dataset: result.dataset.id ?? '',
});

/** `undefined` for files of a disk, which stand on no host. */
export const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

export const reason = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });
