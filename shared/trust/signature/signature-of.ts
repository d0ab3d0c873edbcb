import type { Issue } from '../../results/issue.ts';
import { fromBase64url } from '../crypto/base64url.ts';
import { fits as strictly } from '../crypto/ed25519.ts';
import { type Jws, readJws } from '../jws/read-jws.ts';
import type { ListedKey } from '../keys/key.ts';
import { endOf } from '../keys/moment.ts';
import { covers } from '../keys/scope.ts';
import { schemes } from '../schemes/index.ts';
import { type Binding, reason, type Scheme, type Shown } from '../schemes/scheme.ts';
import { ambiguity } from './ambiguity.ts';
import { isReceipt, receiptVerdict } from './receipt-verdict.ts';
import { type Reason, type SignatureState, type Verdict, verdict } from './verdict.ts';
import { verdictKey } from './verdict-key.ts';

/** Whether a signature fits; `undefined`: not computed yet. */
export type Fits = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean | undefined;

/** What a verdict is made from, besides the entry. */
export interface Checking extends Omit<Shown, 'result'> {
	readonly keys: readonly ListedKey[];
	/** ms since 1970, by this computer's clock. */
	readonly now: number;
	/** Findings about the entry's file as a whole. */
	readonly fileIssues: readonly Issue[];
	readonly vouches: boolean;
	readonly fits?: Fits;
}

/** Keys that are tried on a token that names none. */
const TRIED = 16;
/** How far a clock may be off, in ms. */
const TOLERANCE = 5 * 60_000;

/**
 * The state of one result's signature. Pure; the checks stand in the order in which they are made, the first that fails decides, and
 * nothing that fails to be known passes. `undefined`: whether the signature fits is not computed yet.
 */
export function signatureOf(result: Shown['result'], checking: Checking): Verdict | undefined {
	const { keys, vouches, fits = strictly } = checking;
	const { verifyToken: token } = result;
	// 0, 1: one way to read the entry, and a token in it.
	if (token === undefined) return verdict(vouches ? 'host-vouches' : 'unsigned', []);
	const unsafe = ambiguity(result, checking.fileIssues);
	if (unsafe) return verdict('malformed', [reason('yaml-ambiguous', { line: unsafe.line })]);
	// 2, 3: form and algorithm.
	if (isReceipt(token)) return receiptVerdict(token, result);
	const read = readJws(token);
	if (!read.ok)
		return 'algorithm' in read
			? verdict('unsupported-format', [reason(read.algorithm, read.params)])
			: verdict('malformed', [reason(read.fault, read.params)]);
	const { jws } = read;
	const times = timesOf(jws);
	if (!times) return verdict('malformed', [reason('time-form')]);
	// 4: which kind of token, exactly.
	const scheme = schemes.find(({ recognises }) => recognises(jws));
	if (!scheme) return verdict('unsupported-format', [reason('other-token', { type: jws.typ?.slice(0, 40) ?? '–' })]);
	if (scheme.namesKey && jws.kid === undefined) return verdict('malformed', [reason('no-kid')], { scheme: scheme.id });
	// What it claims, which needs no key: a token that was moved or edited is found out by it alone.
	const binding = scheme.bind(jws, { ...checking, result });
	const facts: Partial<Verdict> = {
		scheme: scheme.id,
		claims: binding.claims,
		...(binding.signedAt !== undefined && { signedAt: binding.signedAt }),
	};
	if (binding.verdict === 'malformed') return verdict('malformed', binding.reasons, facts);
	if (binding.verdict === 'unsupported') return verdict('unsupported-format', binding.reasons, facts);
	// 5, 6: a key of the list that may speak for this, and its signature.
	const found = signer(jws, scheme, binding, keys, fits);
	if (found === 'pending') return undefined;
	const offers = jws.offers.length > 0 ? [reason('key-offer-ignored', { headers: jws.offers.join(', ') })] : [];
	const named = jws.kid === undefined || found.key ? {} : { named: jws.kid.slice(0, 80) };
	const told = { ...facts, ...named, ...(found.key && { key: verdictKey(found.key) }) };
	if (found.state === 'signature-invalid')
		return verdict('signature-invalid', [reason('signature-does-not-fit', { owner: found.key.owner }), ...offers], told);
	// 7: the claims.
	const missing = found.state === 'fits' ? [] : [found.why];
	if (binding.verdict === 'differs') return verdict('claims-mismatch', [...binding.reasons, ...missing, ...offers], told);
	if (found.state !== 'fits') {
		const bound = reason(binding.verdict === 'fits' ? 'claims-fit' : 'claims-not-compared');
		return verdict('unknown-key', [found.why, bound, ...offers], told);
	}
	if (binding.verdict === 'unknown') return verdict('could-not-check', binding.reasons, told);
	// 8, 9: time, then the key's own state; what its owner revoked counts at no time.
	const weaker = [...binding.reasons, ...offers];
	const voided = keys.find((key) => key.thumbprint === found.key.thumbprint && key.status === 'revoked');
	const late = keyState(voided ?? found.key, binding) ?? timeState(times, checking.now);
	if (late) return verdict(late.state, [late.why, ...weaker], told);
	// 10: no matter of the signature.
	if (binding.changed) return verdict('changed-since', [...binding.changed, ...weaker], told);
	return verdict('verified', weaker, told);
}

type Signer =
	| { readonly state: 'fits'; readonly key: ListedKey }
	| { readonly state: 'signature-invalid'; readonly key: ListedKey }
	| { readonly state: 'unknown-key'; readonly why: Reason; readonly key?: undefined };

/** Looks a key up by its name, or tries those that may speak for this; a name is text to compare, never a place to go to. */
function signer(jws: Jws, scheme: Scheme, { issuer, subject }: Binding, keys: readonly ListedKey[], fits: Fits): Signer | 'pending' {
	const own = keys.filter(({ purpose }) => purpose === scheme.purpose);
	const named = jws.kid === undefined ? own : own.filter(({ thumbprint }) => thumbprint === jws.kid);
	if (named.length === 0) return unknown(jws.kid === undefined ? 'no-key' : 'key-not-listed');
	const speaking = named.filter((key) => covers(key, subject));
	if (speaking.length === 0) return unknown('out-of-scope', { owner: named[0]?.owner ?? '' });
	const issuing = speaking.filter((key) => key.issuer === undefined || key.issuer === issuer);
	if (issuing.length === 0) return unknown('other-issuer', { issuer: issuer ?? '–', owner: speaking[0]?.owner ?? '' });
	for (const key of issuing.slice(0, TRIED)) {
		const answer = fits(jws.signature, jws.signed, fromBase64url(key.jwk.x) ?? new Uint8Array());
		if (answer === undefined) return 'pending';
		if (answer) return { state: 'fits', key };
		// It named this key, so it is this key's signature or nobody's.
		if (jws.kid !== undefined) return { state: 'signature-invalid', key };
	}
	return unknown('no-key-fits');
}

const unknown = (code: string, params: Reason['params'] = {}): Signer => ({ state: 'unknown-key', why: reason(code, params) });

/** Registered claims of time (RFC 7519 §4.1), in ms since 1970. */
interface Times {
	readonly exp?: number;
	readonly nbf?: number;
	readonly iat?: number;
}

/** The last second of the year 9999, as in `schemas/signed-result.schema.json`: later ones are no dates. */
const LATEST = 253_402_300_799;

/** `undefined` where one is no moment. */
function timesOf({ payload }: Jws): Times | undefined {
	const times: Record<string, number> = {};
	for (const name of ['exp', 'nbf', 'iat'] as const) {
		const value = payload[name];
		if (value === undefined) continue;
		if (typeof value !== 'number' || !(value >= 0 && value <= LATEST)) return undefined;
		times[name] = value * 1000;
	}
	return times;
}

interface Late {
	readonly state: SignatureState;
	readonly why: Reason;
}

function timeState({ exp, nbf, iat }: Times, now: number): Late | undefined {
	const begins = Math.max(nbf ?? 0, iat ?? 0);
	if (begins > now + TOLERANCE) return { state: 'not-yet-valid', why: reason('dated-later', { from: begins }) };
	if (exp !== undefined && exp <= now - TOLERANCE) return { state: 'expired', why: reason('expired', { until: exp }) };
	return undefined;
}

function keyState(key: ListedKey, { signedAt, tokenId }: Binding): Late | undefined {
	const { status, owner, revokedAt, revokedTokens, notBefore, notAfter } = key;
	if (status === 'revoked')
		return { state: 'revoked', why: reason('key-revoked', { owner, at: revokedAt ?? '–', why: key.reason ?? '–' }) };
	if (tokenId !== undefined && revokedTokens?.includes(tokenId))
		return { state: 'revoked', why: reason('token-revoked', { owner, token: tokenId }) };
	if (signedAt === undefined) return undefined;
	if (notBefore !== undefined && signedAt < Date.parse(notBefore))
		return { state: 'not-yet-valid', why: reason('before-key', { owner, from: notBefore }) };
	if (notAfter !== undefined && signedAt > endOf(notAfter))
		return { state: 'expired', why: reason('after-key', { owner, until: notAfter }) };
	return undefined;
}
