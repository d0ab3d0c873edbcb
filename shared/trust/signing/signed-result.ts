import type { Issue } from '../../results/issue.ts';
import type { EvalResult } from '../../results/result.ts';
import type { ListedKey } from '../keys/key.ts';
import { TYPE } from '../schemes/eval-result.ts';
import { hostOf, type Shown } from '../schemes/scheme.ts';
import { type SignedResult, validateSignedResult } from '../schemes/validate-signed-result.generated.js';
import { ambiguity } from '../signature/ambiguity.ts';
import { decimal } from '../signature/decimal.ts';
import { signatureOf } from '../signature/signature-of.ts';
import { compactJws } from './compact-jws.ts';
import { refusal, type SigningRefusal } from './refusal.ts';
import type { SecretKey } from './secret-key.ts';

/** Who signs, and all that a token says besides what stands in the entry. */
export interface Signing {
	readonly key: SecretKey;
	/** An https origin. */
	readonly issuer: string;
	readonly repository: Pick<Shown['repository'], 'origin' | 'path' | 'hostId'>;
	/** Commit of the model that was measured. */
	readonly commit?: string;
	/** ms since 1970, like `now`. */
	readonly expires?: number;
	readonly harness?: NonNullable<SignedResult['harness']>;
	/** `sha256:` and 64 hexadecimal digits. */
	readonly logDigest?: string;
	readonly now: number;
}

export type Signed = { readonly token: string } | { readonly refused: SigningRefusal };

/**
 * The token of one entry (`eval-result+jwt`), or why there is none. Nothing is signed that a reader who trusts the key would not call
 * verified: what comes out was checked the way that a reader checks it.
 */
export function signedResult(result: EvalResult, fileIssues: readonly Issue[], signing: Signing): Signed {
	const { dataset, line, valueText, valueAt } = result;
	const refuse = (...why: Parameters<typeof refusal>): Signed => ({ refused: refusal(...why) });
	const issue = ambiguity(result, fileIssues);
	if (issue) return refuse('ambiguous', issue.line, {}, { issue });
	if (dataset.id === undefined) return refuse('no-dataset', line);
	if (dataset.taskId === undefined) return refuse('no-task', line);
	if (valueText === undefined) return refuse('no-value', line);
	if (decimal(valueText) === undefined || !Object.is(Number(valueText), result.value))
		return refuse('not-decimal', valueAt?.line ?? line, { value: valueText.slice(0, LONGEST) });
	const claims = claimsOf({ ...dataset, id: dataset.id, taskId: dataset.taskId }, valueText, result.metric, signing);
	if (!validateSignedResult(claims)) {
		const [error] = validateSignedResult.errors ?? [];
		return refuse('claims', line, { at: error?.instancePath || '/', detail: error?.message ?? '' });
	}
	const token = compactJws({ alg: 'Ed25519', typ: TYPE, kid: signing.key.thumbprint }, claims, signing.key.seed);
	const unfit = unverified({ ...result, verifyToken: token }, fileIssues, signing);
	return unfit ? { refused: unfit } : { token };
}

/** Characters of a value in a sentence. */
const LONGEST = 40;

function claimsOf(
	dataset: { readonly id: string; readonly taskId: string; readonly revision?: string },
	value: string,
	metric: string | undefined,
	{ issuer, repository, commit, expires, harness, logDigest, now }: Signing,
): SignedResult {
	return {
		version: 1,
		iss: issuer,
		iat: Math.floor(now / 1000),
		...(expires !== undefined && { exp: Math.floor(expires / 1000) }),
		subject: {
			host: hostOf(repository.origin) ?? '',
			repository: repository.path,
			...(repository.hostId !== undefined && { repository_id: repository.hostId }),
			...(commit !== undefined && { commit }),
		},
		dataset: { id: dataset.id, task_id: dataset.taskId, ...(dataset.revision !== undefined && { revision: dataset.revision }) },
		...(metric !== undefined && { metric }),
		value,
		...(harness && { harness }),
		...(logDigest !== undefined && { log_digest: logDigest }),
	};
}

/** Why a reader who trusts this key for everything would not call the entry verified, if so. */
export function unverified(
	result: EvalResult,
	fileIssues: readonly Issue[],
	{ key, issuer, repository, now }: Pick<Signing, 'key' | 'issuer' | 'repository' | 'now'>,
): SigningRefusal | undefined {
	const own: ListedKey = {
		jwk: key.jwk,
		thumbprint: key.thumbprint,
		owner: issuer,
		purpose: 'results',
		issuer,
		scopes: [{}],
		status: 'active',
		source: { how: 'pasted' },
	};
	const verdict = signatureOf(result, { repository, keys: [own], now, fileIssues, vouches: false });
	const reason = verdict?.reasons[0];
	return verdict?.state === 'verified' ? undefined : refusal('does-not-verify', result.line, {}, reason && { reason });
}
