/**
 * Every host that this build knows, in the order in which they are asked: three lines each, one for what every page pays for, one for
 * what runs on a page that may be a repository, one for all of it. Three lists, because a list is bundled whole and the first is budgeted.
 */

import { git } from './git/index.ts';
import { gitMarks } from './git/marks.ts';
import { recogniseGit } from './git/recognise.ts';
import { gitSpots } from './git/spots.ts';
import { gitea } from './gitea/index.ts';
import { giteaMarks } from './gitea/marks.ts';
import { recogniseGitea } from './gitea/recognise.ts';
import { giteaSpots } from './gitea/spots.ts';
import { github } from './github/index.ts';
import { githubMarks } from './github/marks.ts';
import { recogniseGitHub } from './github/recognise.ts';
import { githubSpots } from './github/spots.ts';
import { gitlab } from './gitlab/index.ts';
import { gitlabMarks } from './gitlab/marks.ts';
import { recogniseGitLab } from './gitlab/recognise.ts';
import { gitlabSpots } from './gitlab/spots.ts';
import { gogs } from './gogs/index.ts';
import { gogsMarks } from './gogs/marks.ts';
import { recogniseGogs } from './gogs/recognise.ts';
import { gogsSpots } from './gogs/spots.ts';
import type { Host, HostStub } from './host.ts';
import { huggingface } from './huggingface/index.ts';
import { hubMarks } from './huggingface/marks.ts';
import { recogniseHub } from './huggingface/recognise.ts';
import { hubSpots } from './huggingface/spots.ts';

/** `npm run generate` writes these as plain values into `stubs.generated.js`, since a page pays for each byte. */
export const stubs: readonly HostStub[] = [
	{ marks: hubMarks, spots: hubSpots, kind: 'hub' },
	{ marks: githubMarks, spots: githubSpots },
	{ marks: gitlabMarks, spots: gitlabSpots, kind: 'element' },
	{ marks: giteaMarks, spots: giteaSpots, kind: 'element' },
	{ marks: gogsMarks, spots: gogsSpots, kind: 'element' },
	{ marks: gitMarks, spots: gitSpots },
];

/** Any page that names a clone address comes last: a forge's own pages may name one too. */
export const recognisers: readonly Host['recognise'][] = [
	recogniseHub,
	recogniseGitHub,
	recogniseGitLab,
	recogniseGitea,
	recogniseGogs,
	recogniseGit,
];

export const hosts: readonly Host[] = [huggingface, github, gitlab, gitea, gogs, git];
