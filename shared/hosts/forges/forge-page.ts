import type { PageFacts } from '../page-facts.ts';
import type { HostId, RepoPage } from '../repo-page.ts';

/** Longest path of a repository that a page is believed, in UTF-16 code units. */
const LONGEST = 512;
/** Names as forges give them, joined by slashes, a space as an address has it; `.` and `..` would lead elsewhere. */
const PATH = /^(?:(?!\.{1,2}(?:\/|$))(?:[\w.~+-]|%20)+(?:\/(?!$)|$))+$/;

/**
 * A repository page of a forge: everything is asked for on the page's own origin. `path` is the repository's on that origin, with the folder that
 * the forge is installed in; `clone` is what is cloned, where that is another address. `undefined` where that is no path.
 */
export function forgePage(
	host: HostId,
	{ url, shows }: PageFacts,
	path: string,
	api?: string,
	clone = `${path}.git`,
): RepoPage | undefined {
	if (!/^https?:/.test(url) || !URL.canParse(url) || path.length > LONGEST || !PATH.test(path)) return;
	const { origin } = new URL(url);
	return {
		host,
		origin,
		path,
		kind: shows.includes('.eval_results') ? 'model' : shows.length ? 'dataset' : 'unknown',
		url,
		cloneUrl: `${origin}/${clone}`,
		shows,
		offers: api ? { api: origin + api } : {},
	};
}
