/**
 * Every host that this build knows, in the order in which they are asked: three lines each, one for what every page pays for, one for
 * what runs on a page that may be a repository, one for all of it. Three lists, because a list is bundled whole and the first is budgeted.
 */

import { azure } from './azure-devops/index.ts';
import { AZURE_SITES, azureMarks, azureNames } from './azure-devops/marks.ts';
import { recogniseAzure } from './azure-devops/recognise.ts';
import { azureSpots } from './azure-devops/spots.ts';
import { bitbucketCloud } from './bitbucket-cloud/index.ts';
import { BITBUCKET_CLOUD_SITES, bitbucketCloudMarks, bitbucketCloudNames } from './bitbucket-cloud/marks.ts';
import { recogniseBitbucketCloud } from './bitbucket-cloud/recognise.ts';
import { bitbucketCloudSpots } from './bitbucket-cloud/spots.ts';
import { bitbucketServer } from './bitbucket-data-center/index.ts';
import { bitbucketServerMarks } from './bitbucket-data-center/marks.ts';
import { recogniseBitbucketServer } from './bitbucket-data-center/recognise.ts';
import { bitbucketServerSpots } from './bitbucket-data-center/spots.ts';
import { cgit } from './cgit/index.ts';
import { cgitMarks } from './cgit/marks.ts';
import { recogniseCgit } from './cgit/recognise.ts';
import { cgitSpots } from './cgit/spots.ts';
import { git } from './git/index.ts';
import { gitMarks } from './git/marks.ts';
import { recogniseGit } from './git/recognise.ts';
import { gitSpots } from './git/spots.ts';
import { gitea } from './gitea/index.ts';
import { giteaMarks } from './gitea/marks.ts';
import { recogniseGitea } from './gitea/recognise.ts';
import { giteaSpots } from './gitea/spots.ts';
import { gitee } from './gitee/index.ts';
import { GITEE_SITES, giteeMarks } from './gitee/marks.ts';
import { recogniseGitee } from './gitee/recognise.ts';
import { giteeSpots } from './gitee/spots.ts';
import { github } from './github/index.ts';
import { githubMarks } from './github/marks.ts';
import { recogniseGitHub } from './github/recognise.ts';
import { githubSpots } from './github/spots.ts';
import { gitlab } from './gitlab/index.ts';
import { gitlabMarks } from './gitlab/marks.ts';
import { recogniseGitLab } from './gitlab/recognise.ts';
import { gitlabSpots } from './gitlab/spots.ts';
import { gitweb } from './gitweb/index.ts';
import { gitwebMarks } from './gitweb/marks.ts';
import { recogniseGitweb } from './gitweb/recognise.ts';
import { gitwebSpots } from './gitweb/spots.ts';
import { gogs } from './gogs/index.ts';
import { gogsMarks } from './gogs/marks.ts';
import { recogniseGogs } from './gogs/recognise.ts';
import { gogsSpots } from './gogs/spots.ts';
import type { Host, HostStub } from './host.ts';
import { huggingface } from './huggingface/index.ts';
import { hubMarks } from './huggingface/marks.ts';
import { recogniseHub } from './huggingface/recognise.ts';
import { hubSpots } from './huggingface/spots.ts';
import { klaus } from './klaus/index.ts';
import { klausMarks } from './klaus/marks.ts';
import { recogniseKlaus } from './klaus/recognise.ts';
import { klausSpots } from './klaus/spots.ts';
import { modelscope } from './modelscope/index.ts';
import { MODELSCOPE_SITES, modelscopeMarks, modelscopeNames } from './modelscope/marks.ts';
import { recogniseModelScope } from './modelscope/recognise.ts';
import { modelscopeSpots } from './modelscope/spots.ts';
import { pagure } from './pagure/index.ts';
import { pagureMarks } from './pagure/marks.ts';
import { recognisePagure } from './pagure/recognise.ts';
import { pagureSpots } from './pagure/spots.ts';
import { sourcehut } from './sourcehut/index.ts';
import { sourcehutMarks } from './sourcehut/marks.ts';
import { recogniseSourceHut } from './sourcehut/recognise.ts';
import { sourcehutSpots } from './sourcehut/spots.ts';

/** `npm run generate` writes these as plain values, since a page pays for each byte. */
export const stubs: readonly HostStub[] = [
	{ id: 'huggingface', marks: hubMarks, spots: hubSpots, kind: 'hub' },
	{ id: 'github', marks: githubMarks, spots: githubSpots },
	{ id: 'gitlab', marks: gitlabMarks, spots: gitlabSpots, kind: 'element' },
	{ id: 'gitea', marks: giteaMarks, spots: giteaSpots, kind: 'element' },
	{ id: 'gogs', marks: gogsMarks, spots: gogsSpots, kind: 'element' },
	{
		id: 'bitbucket-cloud',
		marks: bitbucketCloudMarks,
		spots: bitbucketCloudSpots,
		only: BITBUCKET_CLOUD_SITES,
		names: bitbucketCloudNames,
	},
	{ id: 'bitbucket-data-center', marks: bitbucketServerMarks, spots: bitbucketServerSpots, kind: 'element' },
	{ id: 'azure-devops', marks: azureMarks, spots: azureSpots, only: AZURE_SITES, names: azureNames },
	{ id: 'modelscope', marks: modelscopeMarks, spots: modelscopeSpots, only: MODELSCOPE_SITES, names: modelscopeNames, whole: true },
	{ id: 'gitee', marks: giteeMarks, spots: giteeSpots, kind: 'element', only: GITEE_SITES },
	{ id: 'sourcehut', marks: sourcehutMarks, spots: sourcehutSpots },
	{ id: 'pagure', marks: pagureMarks, spots: pagureSpots },
	{ id: 'cgit', marks: cgitMarks, spots: cgitSpots },
	{ id: 'gitweb', marks: gitwebMarks, spots: gitwebSpots, kind: 'element' },
	{ id: 'klaus', marks: klausMarks, spots: klausSpots },
	{ id: 'git', marks: gitMarks, spots: gitSpots, kind: 'element' },
];

/** Any page that names a clone address comes last: a forge's own pages may name one too. */
export const recognisers: readonly Host['recognise'][] = [
	recogniseHub,
	recogniseGitHub,
	recogniseGitLab,
	recogniseGitea,
	recogniseGogs,
	recogniseBitbucketCloud,
	recogniseBitbucketServer,
	recogniseAzure,
	recogniseModelScope,
	recogniseGitee,
	recogniseSourceHut,
	recognisePagure,
	recogniseCgit,
	recogniseGitweb,
	recogniseKlaus,
	recogniseGit,
];

export const hosts: readonly Host[] = [
	huggingface,
	github,
	gitlab,
	gitea,
	gogs,
	bitbucketCloud,
	bitbucketServer,
	azure,
	modelscope,
	gitee,
	sourcehut,
	pagure,
	cgit,
	gitweb,
	klaus,
	git,
];
