import type { Words } from '../shared/messages/words.ts';
import type { Ports } from '../shared/ports.ts';

/** What a run of the command line needs from outside, so that a test can stand in for the terminal, the network and the clock. */
export interface Face {
	readonly words: Words;
	/** Standard output and standard error. */
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
	/** Whether colours help: only on a terminal, and not against the user's `NO_COLOR`. */
	readonly colour: boolean;
	/** Folder that paths start from. */
	readonly folder: string;
	/** Ports with the cache on disk, or with memory only. */
	readonly ports: (cache: boolean) => Ports;
	/** ms since 1970. */
	readonly now: () => number;
	readonly version: string;
	readonly signal: AbortSignal;
}
