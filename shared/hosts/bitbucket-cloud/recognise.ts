import { forgePage } from '../forges/forge-page.ts';
import { namesIn } from '../forges/names-in.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

export const SITE = 'https://bitbucket.org';
export const API = 'https://api.bitbucket.org';
/** First parts of addresses that are no workspace. */
const OWN = /^(?:account|blog|dashboard|gateway|product|repo|site|snippets|socialauth|support|workspaces?)$/;

/** A page below a workspace and a repository. */
export function recogniseBitbucketCloud(facts: PageFacts): RepoPage | undefined {
	const { origin, names } = namesIn(facts.url);
	const [workspace, name] = names;
	if (origin !== SITE || !workspace || !name || OWN.test(workspace)) return;
	return forgePage('bitbucket-cloud', facts, `${workspace}/${name}`);
}
