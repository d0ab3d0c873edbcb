import { gitMarks } from './git/marks.ts';
import { gitSpots } from './git/spots.ts';
import type { Anchor } from './host.ts';

/** As much of a host as every page pays for. */
export interface HostStub {
	/** Selector of what in the head of a page may name a repository of this host, by its `href` or `content`. */
	readonly marks: string;
	/** Where the panel goes, the most telling place first. */
	readonly spots: readonly Pick<Anchor, 'selector' | 'position'>[];
}

/** One per host, in the order in which they are asked. Apart from `index.ts` and `pages.ts`, because it runs on every page. */
export const stubs: readonly HostStub[] = [{ marks: gitMarks, spots: gitSpots }];
