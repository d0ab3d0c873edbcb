import type { Forge } from '../forge.ts';
import { anchorsOf } from '../forges/anchors-of.ts';
import { collectGit } from '../git/collect.ts';
import { readPast } from '../git/past.ts';
import { rootsAt } from '../git/roots-at.ts';
import type { Host } from '../host.ts';
import { bitbucketServerHeads } from './pulls.ts';
import { recogniseBitbucketServer } from './recognise.ts';
import { bitbucketServerSpots } from './spots.ts';

const forge: Forge = {
	templates: ({ origin, path }) => ({
		file: `${origin}/${path}/browse/%path%?at=%branch%#%line%`,
		pull: `${origin}/${path}/pull-requests/%number%/overview`,
	}),
	heads: bitbucketServerHeads,
};

/** Bitbucket Data Center and Server on a server of one’s own, also in a folder of it. */
export const bitbucketServer: Host = {
	id: 'bitbucket-data-center',
	name: 'Bitbucket Data Center',
	sites: [],
	matches: [],
	anchors: anchorsOf(bitbucketServerSpots, ['bitbucket-data-center-pull.html', 'bitbucket-data-center-home.html']),
	recognise: recogniseBitbucketServer,
	collect: (page, ports, signal, datasetsOf) => collectGit(page, ports, signal, datasetsOf, forge),
	pullTemplate: (page) => forge.templates(page).pull,
	past: readPast,
	rootsAt,
};
