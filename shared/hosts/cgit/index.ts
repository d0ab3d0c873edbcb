import type { Forge } from '../forge.ts';
import { anchorsOf } from '../forges/anchors-of.ts';
import { shownAt } from '../forges/shown-at.ts';
import { collectGit } from '../git/collect.ts';
import { readPast } from '../git/past.ts';
import { rootsAt } from '../git/roots-at.ts';
import type { Host } from '../host.ts';
import { recogniseCgit } from './recognise.ts';
import { cgitSpots } from './spots.ts';

const forge: Forge = {
	templates: (page) => {
		const base = shownAt(page);
		return base === undefined ? {} : { file: `${base}/tree/%path%?id=%branch%#n%line%` };
	},
};

/** cgit with a clone address on its own origin. It has no pull requests; refs that look like some are read all the same. */
export const cgit: Host = {
	id: 'cgit',
	name: 'cgit',
	sites: [],
	matches: [],
	anchors: anchorsOf(cgitSpots, ['cgit.html']),
	recognise: recogniseCgit,
	collect: (page, ports, signal, datasetsOf) => collectGit(page, ports, signal, datasetsOf, forge),
	past: readPast,
	rootsAt,
};
