import type { Words } from '../shared/messages/words.ts';
import type { Ports } from '../shared/ports.ts';
import type { Store } from '../shared/store/store.ts';

/** What a run of the command line needs from outside, so that a test can stand in for the terminal, the network and the clock. */
export interface Face {
	readonly words: Words;
	/** Standard output and standard error. */
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
	/** All of standard input, up to that many bytes; `undefined` for more. */
	readonly input: (limit: number) => Promise<Uint8Array | undefined>;
	/** Whether colours help: only on a terminal, and not against the user's `NO_COLOR`. */
	readonly colour: boolean;
	/** Folder that paths start from. */
	readonly folder: string;
	/** Ports with the cache on disk, or with memory only. */
	readonly ports: (cache: boolean) => Ports;
	/** Where the user's choices are kept, whatever the cache is: the keys that they trust. */
	readonly settings: Store;
	/** So many bytes that nobody can guess. */
	readonly random: (bytes: number) => Uint8Array;
	/** ms since 1970. */
	readonly now: () => number;
	readonly version: string;
	readonly signal: AbortSignal;
}
