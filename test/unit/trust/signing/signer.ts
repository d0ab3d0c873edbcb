import { sha256 } from '../../../../shared/trust/crypto/sha.ts';
import type { ListedKey } from '../../../../shared/trust/keys/key.ts';
import { secretKey } from '../../../../shared/trust/signing/secret-key.ts';
import type { Signing } from '../../../../shared/trust/signing/signed-result.ts';

export const NOW = 1_790_000_000_000;

/** A key that is made again by every test, from a text. */
export const keyOf = (text: string) => secretKey(sha256(new TextEncoder().encode(text)));

export const signing: Signing = {
	key: keyOf('harbor'),
	issuer: 'https://evals.harbor.example',
	repository: { origin: 'https://huggingface.co', path: 'lumen-labs/kestrel-32b' },
	now: NOW,
};

/** The key as a reader has it. */
export const listed: ListedKey = {
	jwk: signing.key.jwk,
	thumbprint: signing.key.thumbprint,
	owner: 'Harbor Eval Lab',
	purpose: 'results',
	issuer: signing.issuer,
	scopes: [{ hosts: ['huggingface.co'], organisations: ['lumen-labs'] }],
	status: 'active',
	source: { how: 'pasted' },
};
