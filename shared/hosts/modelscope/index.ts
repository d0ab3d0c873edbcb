import type { Forge } from '../forge.ts';
import { anchorsOf } from '../forges/anchors-of.ts';
import { bareFacts } from '../forges/bare-facts.ts';
import { collectGit } from '../git/collect.ts';
import { readPast } from '../git/past.ts';
import { rootsAt } from '../git/roots-at.ts';
import type { Host } from '../host.ts';
import { MODELSCOPE_SITES } from './marks.ts';
import { recogniseModelScope, SITES } from './recognise.ts';
import { modelscopeSpots } from './spots.ts';

const forge: Forge = {
	templates: ({ origin, path }) => ({ file: `${origin}/${path}/resolve/%branch%/%path%` }),
};

/** ModelScope, models and datasets, read by git. It has no pull requests. */
export const modelscope: Host = {
	id: 'modelscope',
	name: 'ModelScope',
	sites: SITES,
	matches: MODELSCOPE_SITES,
	anchors: anchorsOf(modelscopeSpots, ['modelscope-home.html']),
	recognise: recogniseModelScope,
	fromAddress: (address) => recogniseModelScope(bareFacts(address)),
	collect: (page, ports, signal, datasetsOf) => collectGit(page, ports, signal, datasetsOf, forge),
	past: readPast,
	rootsAt,
};
