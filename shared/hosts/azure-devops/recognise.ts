import { forgePage } from '../forges/forge-page.ts';
import { namesIn } from '../forges/names-in.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

const SITE = 'https://dev.azure.com';

/**
 * `/organisation/project/_git/repository`; on the older sites the organisation is the host's name. A repository that is called like its
 * project may be named without the project.
 */
export function recogniseAzure(facts: PageFacts): RepoPage | undefined {
	const { origin, hostname, names } = namesIn(facts.url);
	if (origin !== SITE && !hostname.endsWith('.visualstudio.com')) return;
	const at = names.indexOf('_git');
	const name = names[at + 1];
	if (at < 0 || !name || (origin === SITE && at === 0)) return;
	const before = names.slice(0, at);
	const projectNamed = before.length > (origin === SITE ? 1 : before[0] === 'DefaultCollection' ? 1 : 0);
	const project = projectNamed ? before : [...before, name];
	const path = [...before, '_git', name].join('/');
	return forgePage('azure-devops', facts, path, `/${[...project, '_apis/git/repositories', name].join('/')}`, path);
}
