import type { Spot } from './host.ts';
import type { HostId } from './repo-page.ts';

/** Selector of what goes into `PageFacts.embedded`. */
export const islands: string;
/** Where the panel goes on pages of each host, the most telling place first. */
export const spots: Readonly<Record<HostId, readonly (readonly [Spot['selector'], Spot['position']])[]>>;
