import { toBase64url } from '../../../shared/trust/crypto/base64url.ts';
import { publicKeyOf, sign } from '../../../shared/trust/crypto/ed25519.ts';
import { sha256 } from '../../../shared/trust/crypto/sha.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { TYPE } from '../../../shared/trust/schemes/eval-result.ts';
import type { SignedResult } from '../../../shared/trust/schemes/validate-signed-result.generated.js';
import type { Entry } from './result-file.ts';

/** The demo lab's secret key. It is no secret: `shared/trust/keys/bundled.ts` lets it speak for this machine's demo hub alone. */
export const demoLab = sha256(new TextEncoder().encode('evalmark demo lab'));
/** A key that nobody has in their list. */
export const stranger = sha256(new TextEncoder().encode('nobody knows this key'));

const ISSUER = 'https://demo-lab.example';
/** 11 March 2026, 14:02 UTC, in seconds. */
const SIGNED_AT = 1_773_237_720;

/** Anything of a token that is not as it should be. */
export interface Otherwise {
	readonly seed?: Uint8Array;
	readonly claims?: Partial<SignedResult>;
	readonly header?: Readonly<Record<string, unknown>>;
}

/** A compact JWS over these claims, with the header that goes with the key. */
export function token(claims: unknown, { seed = demoLab, header = {} }: Otherwise = {}): string {
	const kid = thumbprint(publicJwk(publicKeyOf(seed)));
	const part = (value: unknown) => toBase64url(new TextEncoder().encode(JSON.stringify(value)));
	const signed = `${part({ alg: 'Ed25519', typ: TYPE, kid, ...header })}.${part(claims)}`;
	return `${signed}.${toBase64url(sign(new TextEncoder().encode(signed), seed))}`;
}

/** The entry with a token of the demo lab over what it says, for a repository of the demo hub. */
export function signed(repository: string, entry: Entry, otherwise: Otherwise = {}): Entry {
	const claims: SignedResult = {
		version: 1,
		iss: ISSUER,
		iat: SIGNED_AT,
		subject: { host: '127.0.0.1', repository },
		dataset: { id: entry.dataset, task_id: entry.task ?? '', ...(entry.revision !== undefined && { revision: entry.revision }) },
		value: entry.value,
		...otherwise.claims,
	};
	return { ...entry, token: token(claims, otherwise) };
}
