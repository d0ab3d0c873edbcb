import { recognise } from '../../../../shared/hosts/pages.ts';
import type { RepoPage } from '../../../../shared/hosts/repo-page.ts';
import { fetchPort } from '../../../../shared/http/fetch-port.ts';
import type { Ports } from '../../../../shared/ports.ts';
import { HUB, type HuggingFace } from '../../../hosts/huggingface/server.ts';
import { ports } from '../collecting.ts';

/** Ports that find `https://huggingface.co` (or another site) on loopback, as the browsers of these tests do. */
export const hubPorts = (hub: HuggingFace, changes: Partial<Ports> = {}, site = HUB): Ports => {
	const fetchThere = fetchPort((url, init) => fetch(url.replace(site, hub.loopback), init), { credentials: 'omit' });
	return ports({ fetch: fetchThere, ...changes });
};

/** The page of a model or dataset, as the content script sees it. */
export function hubPageOf(path: string, site = HUB): RepoPage {
	const name = path.startsWith('datasets/') ? 'DatasetHeader' : 'ModelHeader';
	const page = recognise({ url: `${site}/${path}`, metas: [], links: [], shows: [], embedded: [{ name }] });
	if (!page) throw new Error(`${path} is no repository page`);
	return page;
}
