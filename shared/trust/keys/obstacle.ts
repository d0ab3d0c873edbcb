import type { Keyring } from './add-keys.ts';
import { bundledKeys } from './bundled.ts';
import type { ListedKey } from './key.ts';

/**
 * Why a reader's list does not take a key, whoever vouches for it. Words: `key_refused_<code>`, hyphens as underscores.
 * `model-index`: only a key that verifies known real tokens could be taken for theirs, and that is not tried here.
 */
export type Obstacle = 'model-index' | 'bundled' | 'bundled-issuer' | 'other-purpose';

export function obstacle(key: ListedKey, { keys }: Pick<Keyring, 'keys'>): Obstacle | undefined {
	if (key.purpose === 'model-index') return 'model-index';
	// What came with the program stays as it came: anybody has the secret key of the demo.
	if (bundledKeys.some(({ thumbprint }) => thumbprint === key.thumbprint)) return 'bundled';
	if (key.issuer !== undefined && bundledKeys.some(({ issuer }) => issuer === key.issuer)) return 'bundled-issuer';
	return keys.some(({ thumbprint, purpose }) => thumbprint === key.thumbprint && purpose !== key.purpose) ? 'other-purpose' : undefined;
}
