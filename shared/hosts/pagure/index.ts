import type { Forge } from '../forge.ts';
import { anchorsOf } from '../forges/anchors-of.ts';
import { collectGit } from '../git/collect.ts';
import { readPast } from '../git/past.ts';
import { rootsAt } from '../git/roots-at.ts';
import type { Host } from '../host.ts';
import { pagurePulls } from './pulls.ts';
import { recognisePagure } from './recognise.ts';
import { pagureSpots } from './spots.ts';

const forge: Forge = {
	templates: ({ origin, path }) => ({
		file: `${origin}/${path}/blob/%branch%/f/%path%#_%line%`,
		pull: `${origin}/${path}/pull-request/%number%`,
		discuss: `${origin}/${path}/new_issue?title=%title%&content=%body%`,
	}),
	submissions: pagurePulls,
};

/** Pagure, which speaks version 0 of git’s protocol. */
export const pagure: Host = {
	id: 'pagure',
	name: 'Pagure',
	sites: ['https://pagure.io'],
	matches: [],
	anchors: anchorsOf(pagureSpots, ['pagure-home.html']),
	recognise: recognisePagure,
	collect: (page, ports, signal, datasetsOf) => collectGit(page, ports, signal, datasetsOf, forge),
	pullTemplate: (page) => forge.templates(page).pull,
	past: readPast,
	rootsAt,
};
