import { addressOf } from '../forges/address-of.ts';
import { forgePage } from '../forges/forge-page.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** A page with the header of a repository of Gogs, known by the keywords that it puts into each page. */
export function recogniseGogs(facts: PageFacts): RepoPage | undefined {
	const known = facts.metas.some(({ name, content }) => name === 'keywords' && /\bgogs$/.test(content));
	if (!known || !facts.embedded?.some(({ name }) => name.split(' ').includes('header-wrapper'))) return;
	const { folder, path } = addressOf(facts);
	return path ? forgePage('gogs', facts, `${folder}/${path}`.slice(1)) : undefined;
}
