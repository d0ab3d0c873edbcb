import type { PageFacts } from './page-facts.ts';
import { recognisers } from './registry.ts';
import type { RepoPage } from './repo-page.ts';

export { islands } from './stubs.generated.js';

/** The repository that a page is about, or `undefined`. Pure. */
export function recognise(facts: PageFacts): RepoPage | undefined {
	for (const ask of recognisers) {
		const page = ask(facts);
		if (page) return page;
	}
	return undefined;
}
