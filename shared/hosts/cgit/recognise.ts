import { recogniseGit } from '../git/recognise.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** A page made by cgit that links what is cloned, on its own origin. */
export function recogniseCgit(facts: PageFacts): RepoPage | undefined {
	if (!facts.metas.some(({ name, content }) => name === 'generator' && content.startsWith('cgit v'))) return;
	const page = recogniseGit(facts);
	return page && { ...page, host: 'cgit' };
}
