import { withoutSlashes } from '../../shared/git/slashes.ts';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';

/** An address taken for one that git clones. */
export function cloneAddress(address: string): RepoPage {
	const url = new URL(address);
	url.hash = '';
	url.search = '';
	const path = withoutSlashes(decoded(url.pathname).replace(/^\/+/, '')).replace(/\.git$/, '');
	return {
		host: 'git',
		origin: url.origin,
		path,
		kind: 'unknown',
		url: url.href,
		cloneUrl: url.href.replace(/\/$/, ''),
		shows: [],
		offers: {},
	};
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
