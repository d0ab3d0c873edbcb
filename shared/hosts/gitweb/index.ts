import type { Forge } from '../forge.ts';
import { anchorsOf } from '../forges/anchors-of.ts';
import { shownAt } from '../forges/shown-at.ts';
import { collectGit } from '../git/collect.ts';
import { readPast } from '../git/past.ts';
import { rootsAt } from '../git/roots-at.ts';
import type { Host } from '../host.ts';
import { recogniseGitweb } from './recognise.ts';
import { gitwebSpots } from './spots.ts';

const forge: Forge = {
	templates: (page) => {
		const base = shownAt(page);
		return base === undefined ? {} : { file: `${base}/blob/%branch%:/%path%#l%line%` };
	},
};

/** gitweb, read from where its summary says, else from a repository’s own address. */
export const gitweb: Host = {
	id: 'gitweb',
	name: 'gitweb',
	sites: [],
	matches: [],
	anchors: anchorsOf(gitwebSpots, ['gitweb.html']),
	recognise: recogniseGitweb,
	collect: (page, ports, signal, datasetsOf) => collectGit(page, ports, signal, datasetsOf, forge),
	past: readPast,
	rootsAt,
};
