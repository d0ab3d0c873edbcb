import { forgePage } from '../forges/forge-page.ts';
import { namesIn } from '../forges/names-in.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

export const SITE = 'https://gitee.com';

/** A page with the header of a project, named by its address. */
export function recogniseGitee(facts: PageFacts): RepoPage | undefined {
	const { origin, names } = namesIn(facts.url);
	const [owner, name] = names;
	if (origin !== SITE || !owner || !name || !facts.embedded?.some((one) => one.name.split(' ').includes('git-project-title'))) return;
	return forgePage('gitee', facts, `${owner}/${name}`, `/api/v5/repos/${owner}/${name}`);
}
