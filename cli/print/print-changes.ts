import type { Words } from '../../shared/messages/words.ts';
import type { TrustedChange } from '../trust.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

/** What is said of every issuer that comes with another key than the known one: ordinary, or somebody else's. Never in passing. */
export const printChanges = (changes: readonly TrustedChange[], words: Words, paint: Paint): readonly string[] =>
	changes.flatMap(({ issuer, known, offered, isKept }) => [
		`${paint('error', visible(words('key_change_title', { owner: known[0]?.owner ?? issuer })))} ${words('key_change_stop')}`,
		`  ${words('claim_issuer')}: ${visible(issuer)}`,
		...known.map((key) => `  ${words('key_change_known')}: ${key.thumbprint}  ${visible(key.owner)}`),
		...offered.map((key) => `  ${words('key_change_offered')}: ${key.thumbprint}  ${visible(key.owner)}`),
		`  ${words('key_change_how')}`,
		`  ${visible(words(isKept ? 'cli_keys_decide' : 'cli_keys_decide_list', { issuer }))}`,
	]);
