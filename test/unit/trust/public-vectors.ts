import { existsSync, readFileSync } from 'node:fs';
import type { PublicJwk } from '../../../shared/trust/keys/key.ts';
import type { Vector } from './judge.ts';
import { toHex, utf8 } from './made.ts';

/** Published vectors, real tokens, and token cases of our own: beside the checkout, not in it. */
const folder = new URL('../../../../shared/data/signatures/', import.meta.url);
export const there = existsSync(folder);

// Their shape is what the tests then rely on.
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;

interface WycheproofTest {
	readonly tcId: number;
	readonly comment: string;
	readonly msg: string;
	readonly sig: string;
	readonly result: string;
}

export interface Told extends Vector {
	readonly valid: boolean;
}

/** C2SP/wycheproof, `ed25519_test.json`. */
export const wycheproof = (): readonly Told[] =>
	read<{ testGroups: readonly { publicKey: { pk: string }; tests: readonly WycheproofTest[] }[] }>(
		'wycheproof_ed25519_test.json',
	).testGroups.flatMap(({ publicKey: { pk }, tests }) =>
		tests.map(({ tcId, comment, msg, sig, result }) => ({
			name: `wycheproof ${tcId} ${comment}`,
			publicKey: pk,
			message: msg,
			signature: sig,
			valid: result === 'valid',
		})),
	);

/** novifinancial/ed25519-speccheck, cases 0 to 11. */
export const speccheck = (): readonly Vector[] =>
	read<readonly { message: string; pub_key: string; signature: string }[]>('speccheck_cases.json').map(
		({ message, pub_key, signature }, index) => ({ name: `speccheck ${index}`, publicKey: pub_key, message, signature }),
	);

/** noble-ed25519, `zip215.json`: every small-order key with every small-order R, S = 0, over the text "Zcash". */
export const zip215 = (): readonly Vector[] =>
	read<readonly { vk_bytes: string; sig_bytes: string }[]>('zip215.json').map(({ vk_bytes, sig_bytes }, index) => ({
		name: `zip215 ${index}`,
		publicKey: vk_bytes,
		message: toHex(utf8('Zcash')),
		signature: sig_bytes,
	}));

/** RFC 8032 §7.1. */
export const rfc8032 = (): readonly (Vector & { readonly seed: string })[] =>
	read<readonly { priv: string; pub: string; msg: string; sig: string }[]>('rfc8032-ed25519.json').map(
		({ priv, pub, msg, sig }, index) => ({ name: `RFC 8032 ${index}`, seed: priv, publicKey: pub, message: msg, signature: sig }),
	);

export interface TokenCase {
	readonly name: string;
	readonly token: string;
	readonly expect: string;
}

export const tokenCases = (): { readonly publicJwk: PublicJwk; readonly cases: readonly TokenCase[] } => read('jws_cases.json');

interface KeyGroup {
	readonly private?: unknown;
	readonly public?: unknown;
	readonly tests: readonly { readonly tcId: number; readonly jws: unknown; readonly result: string }[];
}

/** C2SP/wycheproof, `json_web_signature_test.json` and `json_web_key_test.json`. */
export const webSignatures = (): readonly KeyGroup[] =>
	read<{ testGroups: readonly KeyGroup[] }>('wycheproof_json_web_signature_test.json').testGroups;
export const webKeys = (): readonly KeyGroup[] => read<{ testGroups: readonly KeyGroup[] }>('wycheproof_json_web_key_test.json').testGroups;

export interface RealToken {
	readonly repo_id: string;
	readonly hub_object_id?: string;
	readonly task: Readonly<Record<string, string>>;
	readonly dataset: Readonly<Record<string, string>>;
	readonly metric: { readonly type: string; readonly value: number; readonly name: string; readonly verified: boolean };
	readonly verifyToken: string;
}

export const realTokens = (): readonly RealToken[] => read('real_tokens.json');
