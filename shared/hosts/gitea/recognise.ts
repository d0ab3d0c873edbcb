import { addressOf } from '../forges/address-of.ts';
import { forgePage } from '../forges/forge-page.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** A page with the header of a repository of Gitea or Forgejo, known by the keywords that both put into each page. */
export function recogniseGitea(facts: PageFacts): RepoPage | undefined {
	const known = facts.metas.some(({ name, content }) => name === 'keywords' && /\b(?:gitea|forgejo)$/.test(content));
	if (!known || !facts.embedded?.some(({ name }) => name.split(' ').includes('repo-header'))) return;
	const { folder, path } = addressOf(facts);
	return path ? forgePage('gitea', facts, `${folder}/${path}`.slice(1), `${folder}/api/v1/repos/${path}`) : undefined;
}
