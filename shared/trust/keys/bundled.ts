import type { ListedKey } from './key.ts';

/** What every reader has: nobody real. The demo lab signs scores of the demo hub on this machine; its secret key is public. */
export const bundledKeys: readonly ListedKey[] = [
	{
		jwk: { kty: 'OKP', crv: 'Ed25519', x: 'ASvs6APu3tywbgb8jkVnCUsCFV8hXp5IPLEjeaxqQDQ' },
		thumbprint: 'PAhKEoSvNQiz8RLlmAdSJYmKQHI6XLhLKcoJwCS4mAY',
		owner: 'Demo lab (invented)',
		purpose: 'results',
		issuer: 'https://demo-lab.example',
		scopes: [{ hosts: ['127.0.0.1'] }],
		status: 'active',
		source: { how: 'bundled' },
	},
];
