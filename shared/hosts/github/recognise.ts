import { forgePage } from '../forges/forge-page.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** A page that names its repository as GitHub's pages do: home, file, folder at any ref, pull request, whatever its address looks like. */
export function recogniseGitHub(facts: PageFacts): RepoPage | undefined {
	const name = facts.metas.find((meta) => meta.name === 'octolytics-dimension-repository_nwo')?.content;
	return name?.split('/').length === 2 ? forgePage('github', facts, name) : undefined;
}
