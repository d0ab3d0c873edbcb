import { forgePage } from '../forges/forge-page.ts';
import { namesIn } from '../forges/names-in.ts';
import { recogniseGit } from '../git/recognise.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** A page that names its clone address and its forge, below `/~owner/name`. */
export function recogniseSourceHut(facts: PageFacts): RepoPage | undefined {
	const [owner, name] = namesIn(facts.url).names;
	if (!owner?.startsWith('~') || !name || !facts.metas.some((meta) => meta.name === 'forge:summary')) return;
	const path = `${owner}/${name}`;
	const named = recogniseGit(facts);
	const page = named?.path === path ? forgePage('sourcehut', facts, path, undefined, path) : undefined;
	return page && named && { ...page, ...(named.defaultBranch && { defaultBranch: named.defaultBranch }) };
}
