import { forgePage } from '../forges/forge-page.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** `/projects/KEY/repos/name`, or `/users/somebody/repos/name`, below the folder that it is installed in. */
const REPOSITORY = /^\/?((?:.*\/)?)(projects|users)\/([^/]+)\/repos\/([^/]+)/;

/** A page with Bitbucket's logo whose address names a project and a repository. What somebody owns is a project of theirs. */
export function recogniseBitbucketServer(facts: PageFacts): RepoPage | undefined {
	if (!facts.embedded?.some(({ name }) => name.split(' ').includes('aui-header-logo-bitbucket')) || !URL.canParse(facts.url)) return;
	const [, folder = '', kind = '', owner = '', name = ''] = REPOSITORY.exec(new URL(facts.url).pathname) ?? [];
	if (!name) return;
	const project = kind === 'users' ? `~${owner}` : owner;
	const api = `/${folder}rest/api/1.0/projects/${project}/repos/${name}`;
	return forgePage(
		'bitbucket-data-center',
		facts,
		`${folder}${kind}/${owner}/repos/${name}`,
		api,
		`${folder}scm/${project.toLowerCase()}/${name}.git`,
	);
}
