import { recognise } from '../../../../shared/hosts/pages.ts';
import type { RepoPage } from '../../../../shared/hosts/repo-page.ts';
import { fetchPort } from '../../../../shared/http/fetch-port.ts';
import type { Ports } from '../../../../shared/ports.ts';
import { ports } from '../collecting.ts';
import { factsIn } from '../facts-in.ts';

/** A server of these tests, emulated or real. */
export interface Served {
	readonly site: { readonly origin: string; readonly api?: string };
	readonly loopback: string;
	url(path: string): string;
}

/** Ports that find a forge's own names on loopback, as the browsers of these tests do; a name that `locked` lists is not granted. */
export function forgePorts(forge: Served, changes: Partial<Ports> = {}, locked: readonly string[] = []): Ports {
	const { origin, api = origin } = forge.site;
	const there = (url: string) => url.replace(origin, forge.loopback).replace(api, forge.loopback);
	const fetchThere = fetchPort((url, init) => fetch(there(url), init), {
		credentials: 'omit',
		allowed: async (site) => !locked.includes(site),
	});
	return ports({ fetch: fetchThere, ...changes });
}

export async function forgePageOf(forge: Served, path: string): Promise<RepoPage> {
	const url = forge.url(path);
	const answer = await fetch(url.replace(forge.site.origin, forge.loopback));
	const page = recognise(factsIn(await answer.text(), url));
	if (!page) throw new Error(`${url} is no repository page`);
	return page;
}
