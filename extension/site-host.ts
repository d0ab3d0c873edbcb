import { hosts, stubs } from '../shared/hosts/registry.ts';
import { HOST_IDS, type HostId } from '../shared/hosts/repo-page.ts';
import type { Store } from '../shared/store/store.ts';
import { patternOf } from './site-pattern.ts';

const keyOf = (site: string) => `host ${site}`;

/** What host a site (a match pattern) is of: a known public one, what a page of it turned out to be, or `any`. */
export async function hostOf(site: string, store: Pick<Store, 'get'>): Promise<HostId | 'any'> {
	const known = publicHost(site);
	if (known) return known;
	const learned = (await store.get('setting', keyOf(site)))?.value;
	return HOST_IDS.find((id) => id === learned) ?? 'any';
}

function publicHost(site: string): HostId | undefined {
	const only = stubs.find((stub) => stub.only?.some((pattern) => covers(pattern, site)));
	if (only) return only.id;
	return hosts.find(({ sites, matches }) => [...sites.map(patternOf), ...matches].includes(site))?.id;
}

/** Whether a match pattern of ours, `https://*.visualstudio.com/*`, has all of a site in it. */
function covers(pattern: string, site: string): boolean {
	const [, scheme, name = ''] = /^(\w+:\/\/)\*\.(.+)$/.exec(pattern) ?? [];
	return pattern === site || (scheme !== undefined && site.startsWith(scheme) && site.endsWith(`.${name}`));
}

/** Whether that was news. */
export async function storeHost(site: string, host: HostId, store: Store, now: number): Promise<boolean> {
	if ((await hostOf(site, store)) === host || publicHost(site)) return false;
	await store.put('setting', keyOf(site), { value: host, at: now });
	return true;
}

/** A site that may not be read any more is not known either. */
export const forgetHost = (site: string, store: Pick<Store, 'delete'>): Promise<void> => store.delete('setting', keyOf(site));
