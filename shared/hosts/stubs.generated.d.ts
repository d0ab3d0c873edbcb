import type { Spot } from './host.ts';

/** Selector of what on a page may name a repository. */
export const marks: string;
/** Selector of what goes into `PageFacts.embedded`. */
export const islands: string;
/** Where the panel goes, in the order of the hosts. */
export const spots: readonly (readonly [Spot['selector'], Spot['position']])[];
