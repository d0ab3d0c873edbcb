import type { ForgeKind } from '../site.ts';
import { azure } from './azure-devops.ts';
import { bitbucketCloud } from './bitbucket-cloud.ts';
import { bitbucketServer } from './bitbucket-data-center.ts';
import type { Family } from './family.ts';
import { gitea } from './gitea.ts';
import { gitee } from './gitee.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { gogs } from './gogs.ts';
import { modelscope } from './modelscope.ts';
import { pagure } from './pagure.ts';
import { sourcehut } from './sourcehut.ts';

export const families: Readonly<Record<ForgeKind, Family>> = {
	github,
	gitlab,
	gitea,
	gogs,
	'bitbucket-cloud': bitbucketCloud,
	'bitbucket-data-center': bitbucketServer,
	'azure-devops': azure,
	modelscope,
	gitee,
	sourcehut,
	pagure,
};
