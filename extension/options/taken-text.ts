import type { Words } from '../../shared/messages/words.ts';
import { isSame, type Keyring } from '../../shared/trust/keys/add-keys.ts';
import type { ListedKey } from '../../shared/trust/keys/key.ts';

/** What became of keys that were to be taken in. `kept`: the ring afterwards. */
export function takenText(words: Words, keys: readonly ListedKey[], kept: Keyring | undefined): string {
	if (!kept) return words('key_not_kept');
	const stopped = keys.filter((key) => kept.changes.some(({ offered }) => offered.some((one) => isSame(one, key))));
	const taken = keys.length - stopped.length;
	return [taken > 0 && words.plural('key_taken', taken), stopped.length > 0 && words.plural('key_stopped', stopped.length)]
		.filter(Boolean)
		.join(' ');
}
