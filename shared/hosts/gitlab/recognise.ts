import { forgePage } from '../forges/forge-page.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** A page of a GitLab project: groups may be nested, and what stands before the project's path is the folder that GitLab is installed in. */
export function recogniseGitLab(facts: PageFacts): RepoPage | undefined {
	const project = facts.embedded?.find((one) => one.project)?.project;
	if (!project || !URL.canParse(facts.url)) return;
	const { pathname } = new URL(facts.url);
	const at = `${pathname}/`.toLowerCase().indexOf(`/${project.toLowerCase()}/`);
	const folder = at < 0 ? '' : pathname.slice(0, at);
	return forgePage('gitlab', facts, `${folder}/${project}`.slice(1), `${folder}/api/v4/projects/${encodeURIComponent(project)}`);
}
