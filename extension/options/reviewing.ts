import type { Keyring } from '../../shared/trust/keys/add-keys.ts';
import type { KeySource } from '../../shared/trust/keys/key.ts';
import type { ChangeKeys } from './use-keyring.ts';

/** Keys are shown to the reader before any of them counts. */
export interface Reviewing {
	readonly source: KeySource;
	/** The file or the site that they are from; absent for what was put in by hand. */
	readonly name?: string | undefined;
	readonly ring: Keyring;
	readonly change: ChangeKeys;
	/** The reader has pressed, and what is said of it. */
	readonly done: (said: string) => void;
	readonly cancel: () => void;
}
