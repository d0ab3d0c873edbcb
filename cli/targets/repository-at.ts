import { hosts } from '../../shared/hosts/registry.ts';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import { cloneAddress } from './clone-address.ts';

/** A repository as readers of its page will know it. */
export interface NamedRepository extends Pick<RepoPage, 'origin' | 'path'> {
	/** The host's internal id of it. */
	readonly hostId?: string;
}

/** The page that an address names on a host that is known by its addresses. */
export function pageAt(address: string): RepoPage | undefined {
	for (const { fromAddress } of hosts) {
		const page = fromAddress?.(address);
		if (page) return page;
	}
	return undefined;
}

/** The repository at an http or https address, by the address alone; `undefined` where that names none. */
export function repositoryAt(address: string): NamedRepository | undefined {
	const { origin, path } = pageAt(address) ?? cloneAddress(address);
	return path === '' ? undefined : { origin, path };
}
