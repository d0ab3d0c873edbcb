import type { Keyring } from './add-keys.ts';
import { bundledKeys } from './bundled.ts';
import type { ListedKey } from './key.ts';
import { type KnownAnswer, knownAnswer } from './known-answers.ts';
import { covers } from './scope.ts';

/**
 * Why a reader's list does not take a key, whoever vouches for it. Words: `key_refused_<code>`, hyphens as underscores.
 * For tokens in model cards only a key is taken that verifies known real ones: `is-another-key` does not, and of `too-few-tokens` are at hand.
 */
export type Obstacle = Exclude<KnownAnswer, 'is-the-key'> | 'bundled' | 'bundled-issuer' | 'other-purpose';

/** `tokens`: of model cards that the reader has at hand. */
export function obstacle(key: ListedKey, { keys }: Pick<Keyring, 'keys'>, tokens: Iterable<string> = []): Obstacle | undefined {
	const answer = key.purpose === 'model-index' && speaksForTheHub(key) ? knownAnswer(key.jwk, tokens) : 'is-the-key';
	if (answer !== 'is-the-key') return answer;
	// What came with the program stays as it came: anybody has the secret key of the demo.
	if (bundledKeys.some(({ thumbprint }) => thumbprint === key.thumbprint)) return 'bundled';
	if (key.issuer !== undefined && bundledKeys.some(({ issuer }) => issuer === key.issuer)) return 'bundled-issuer';
	return keys.some(({ thumbprint, purpose }) => thumbprint === key.thumbprint && purpose !== key.purpose) ? 'other-purpose' : undefined;
}

/** Whether its scope reaches the host that such tokens are of. A server of somebody's own may have tokens of the same kind. */
const speaksForTheHub = ({ scopes }: ListedKey): boolean =>
	scopes.some(({ hosts }) => covers({ scopes: [hosts ? { hosts } : {}] }, { host: 'huggingface.co', path: '', dataset: '' }));
