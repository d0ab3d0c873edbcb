import type { Forge } from '../forge.ts';
import { anchorsOf } from '../forges/anchors-of.ts';
import { bareFacts } from '../forges/bare-facts.ts';
import { collectGit } from '../git/collect.ts';
import { readPast } from '../git/past.ts';
import { rootsAt } from '../git/roots-at.ts';
import type { Host } from '../host.ts';
import { AZURE_SITES } from './marks.ts';
import { azureHeads } from './pulls.ts';
import { recogniseAzure } from './recognise.ts';
import { azureSpots } from './spots.ts';

const forge: Forge = {
	templates: ({ origin, path }) => ({
		file: `${origin}/${path}?path=/%path%&version=GC%branch%&line=%line%`,
		pull: `${origin}/${path}/pullrequest/%number%`,
	}),
	heads: azureHeads,
};

/** Azure DevOps Services. Servers of one’s own say nothing by which they could be known. */
export const azure: Host = {
	id: 'azure-devops',
	name: 'Azure DevOps',
	sites: ['https://dev.azure.com'],
	matches: AZURE_SITES,
	anchors: anchorsOf(azureSpots, ['azure-devops-pull.html', 'azure-devops-home.html']),
	recognise: recogniseAzure,
	fromAddress: (address) => recogniseAzure(bareFacts(address)),
	collect: (page, ports, signal, datasetsOf) => collectGit(page, ports, signal, datasetsOf, forge),
	pullTemplate: (page) => forge.templates(page).pull,
	past: readPast,
	rootsAt,
};
