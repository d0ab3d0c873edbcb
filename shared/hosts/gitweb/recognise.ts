import { forgePage } from '../forges/forge-page.ts';
import { recogniseGit } from '../git/recognise.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** The first part of an address that ends with `.git`: what comes after it is gitweb's. */
const REPOSITORY = /^\/((?:[^/]+\/)*?[^/]+\.git)(?:\/|$)/;
/** gitweb's older addresses: `?p=lumen-labs/kestrel.git;a=tree`. */
const QUERY = /[?;&]p=([^;&]+)/;

/**
 * A page made by gitweb. A summary shows what is cloned; on all others, which list the files, it is taken to be what most servers
 * have: the repository's own address.
 */
export function recogniseGitweb(facts: PageFacts): RepoPage | undefined {
	if (!facts.metas.some(({ name, content }) => name === 'generator' && content.startsWith('gitweb/')) || !URL.canParse(facts.url)) return;
	// As an administrator may add it.
	const named = recogniseGit(facts);
	if (named) return { ...named, host: 'gitweb' };
	const { origin, pathname, search } = new URL(facts.url);
	const asked = QUERY.exec(search)?.[1];
	const path = asked === undefined ? REPOSITORY.exec(pathname)?.[1] : `${pathname.slice(1)}${decoded(asked)}`;
	const shown = facts.embedded?.flatMap(({ shows }) => shows ?? []).find((text) => URL.canParse(text) && new URL(text).origin === origin);
	const clone = shown === undefined ? path : new URL(shown).pathname.slice(1);
	return path ? forgePage('gitweb', facts, path.replace(/\.git$/, ''), undefined, clone) : undefined;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return '';
	}
}
