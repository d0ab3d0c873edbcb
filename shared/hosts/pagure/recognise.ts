import { forgePage } from '../forges/forge-page.ts';
import { recogniseGit } from '../git/recognise.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** A page that names its clone address and has Pagure's own style sheet. */
export function recognisePagure(facts: PageFacts): RepoPage | undefined {
	if (!facts.links.some(({ rel, href }) => rel === 'stylesheet' && /\/static\/pagure\.css(?:\?|$)/.test(href))) return;
	const path = recogniseGit(facts)?.path;
	// A fork is cloned from `forks/…` and shown at `fork/…`.
	const shown = path?.replace(/^forks\//, 'fork/');
	return path && shown ? forgePage('pagure', facts, shown, `/api/0/${shown}`, `${path}.git`) : undefined;
}
