/**
 * Every host that this build knows, in the order in which they are asked: three lines each, one for what every page pays for, one for
 * what runs on a page that may be a repository, one for all of it. Three lists, because a list is bundled whole and the first is budgeted.
 */

import { git } from './git/index.ts';
import { gitMarks } from './git/marks.ts';
import { recogniseGit } from './git/recognise.ts';
import { gitSpots } from './git/spots.ts';
import type { Host, HostStub } from './host.ts';
import { huggingface } from './huggingface/index.ts';
import { hubMarks } from './huggingface/marks.ts';
import { recogniseHub } from './huggingface/recognise.ts';
import { hubSpots } from './huggingface/spots.ts';

export const stubs: readonly HostStub[] = [
	{ marks: hubMarks, spots: hubSpots, hub: true },
	{ marks: gitMarks, spots: gitSpots },
];

export const recognisers: readonly Host['recognise'][] = [recogniseHub, recogniseGit];

export const hosts: readonly Host[] = [huggingface, git];
