import { recogniseGit } from './git/recognise.ts';
import type { PageFacts } from './page-facts.ts';
import type { RepoPage } from './repo-page.ts';

/** What runs on a page of each host, in the order in which they are asked. Apart from `index.ts`, so that a page does not load collecting. */
const recognisers: readonly ((facts: PageFacts) => RepoPage | undefined)[] = [recogniseGit];

/** The repository that a page is about, or `undefined`. Pure. */
export function recognise(facts: PageFacts): RepoPage | undefined {
	for (const ask of recognisers) {
		const page = ask(facts);
		if (page) return page;
	}
	return undefined;
}

/** Whether a page may cost a request unasked: its file list shows what Evalmark reads, or its host says what it is (architecture, rule 4). */
export const mayCarryResults = ({ kind, shows }: RepoPage): boolean => kind !== 'unknown' || shows.length > 0;
