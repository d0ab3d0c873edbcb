import type { Forge } from '../forge.ts';
import { anchorsOf } from '../forges/anchors-of.ts';
import { shownAt } from '../forges/shown-at.ts';
import { collectGit } from '../git/collect.ts';
import { readPast } from '../git/past.ts';
import { rootsAt } from '../git/roots-at.ts';
import type { Host } from '../host.ts';
import { recogniseKlaus } from './recognise.ts';
import { klausSpots } from './spots.ts';

const forge: Forge = {
	templates: (page) => {
		const base = shownAt(page);
		return base === undefined ? {} : { file: `${base}/blob/%branch%/%path%#L-%line%` };
	},
};

/** klaus, where it was started with smart HTTP. It speaks version 0. */
export const klaus: Host = {
	id: 'klaus',
	name: 'klaus',
	sites: [],
	matches: [],
	anchors: anchorsOf(klausSpots, ['klaus.html']),
	recognise: recogniseKlaus,
	collect: (page, ports, signal, datasetsOf) => collectGit(page, ports, signal, datasetsOf, forge),
	past: readPast,
	rootsAt,
};
