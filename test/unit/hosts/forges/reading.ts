import { Window } from 'happy-dom';
import type { PageFacts } from '../../../../shared/hosts/page-facts.ts';
import { islands, recognise } from '../../../../shared/hosts/pages.ts';
import type { RepoPage } from '../../../../shared/hosts/repo-page.ts';
import { fetchPort } from '../../../../shared/http/fetch-port.ts';
import type { Ports } from '../../../../shared/ports.ts';
import type { Forge } from '../../../hosts/forges/server.ts';
import { ports } from '../collecting.ts';

/** Ports that find a forge's own names on loopback, as the browsers of these tests do; a name that `locked` lists is not granted. */
export function forgePorts(forge: Forge, changes: Partial<Ports> = {}, locked: readonly string[] = []): Ports {
	const { origin, api = origin } = forge.site;
	const there = (url: string) => url.replace(origin, forge.loopback).replace(api, forge.loopback);
	const fetchThere = fetchPort((url, init) => fetch(there(url), init), {
		credentials: 'omit',
		allowed: async (site) => !locked.includes(site),
	});
	return ports({ fetch: fetchThere, ...changes });
}

/** What the content script gathers from a page of a forge. */
async function factsOf(forge: Forge, path: string): Promise<PageFacts> {
	const url = forge.url(path);
	const window = new Window({ url });
	window.document.write(await (await fetch(url.replace(forge.site.origin, forge.loopback))).text());
	const all = (selector: string) => [...window.document.querySelectorAll(selector)];
	const text = all('a').map((link) => link.textContent.trim().split('/')[0]);
	return {
		url,
		metas: all('meta[content]').map((one) => ({
			name: one.getAttribute('name') ?? one.getAttribute('property') ?? '',
			content: one.getAttribute('content') ?? '',
		})),
		links: all('link[rel]').map((one) => ({ rel: one.getAttribute('rel') ?? '', href: new URL(one.getAttribute('href') ?? '', url).href })),
		shows: (['.eval_results', 'eval.yaml'] as const).filter((name) => text.includes(name)),
		embedded: all(islands).map((one) => ({
			name: one.className,
			...(one.hasAttribute('data-project-full-path') && { project: one.getAttribute('data-project-full-path') ?? '' }),
		})),
	};
}

export async function forgePageOf(forge: Forge, path: string): Promise<RepoPage> {
	const page = recognise(await factsOf(forge, path));
	if (!page) throw new Error(`${path} is no repository page`);
	return page;
}
