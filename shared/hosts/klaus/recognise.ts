import { forgePage } from '../forges/forge-page.ts';
import { recogniseGit } from '../git/recognise.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

const SHEET = /^(.*?)\/static\/klaus\.css$/;
/** `/name/…`, or `/~namespace/name/…`. */
const REPOSITORY = /^\/((?:~[^/]+\/)?[^/~][^/]*)(?:\/|$)/;

/** A page with klaus's own style sheet, below the folder that it is installed in. A repository is cloned from where its pages are. */
export function recogniseKlaus(facts: PageFacts): RepoPage | undefined {
	if (!URL.canParse(facts.url)) return;
	const { origin, pathname } = new URL(facts.url);
	const sheets = facts.links.filter(({ href }) => URL.canParse(href)).map(({ href }) => new URL(href));
	const [folder] = sheets.flatMap((sheet) => (sheet.origin === origin ? (SHEET.exec(sheet.pathname)?.[1] ?? []) : []));
	if (folder === undefined || !pathname.startsWith(`${folder}/`)) return;
	// As an administrator may add it.
	const named = recogniseGit(facts);
	if (named) return { ...named, host: 'klaus' };
	const name = REPOSITORY.exec(pathname.slice(folder.length))?.[1];
	if (!name || name === 'static') return;
	const path = `${folder}/${name}`.slice(1);
	return forgePage('klaus', facts, path, undefined, path);
}
