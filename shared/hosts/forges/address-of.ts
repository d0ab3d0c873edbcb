import type { PageFacts } from '../page-facts.ts';

/** Where such a forge keeps its own style sheets and scripts, below the folder that it is installed in. */
const ASSETS = /^(.*?)\/(?:assets\/css|css)\/[^/]+\.css$/;

/** The folder that a forge is installed in (`/git`, mostly none), told by where its style sheets lie, and `owner/name` from a page's address. */
export function addressOf({ url, links }: PageFacts): { readonly folder: string; readonly path?: string } {
	if (!URL.canParse(url)) return { folder: '' };
	const { origin, pathname } = new URL(url);
	const own = links.filter(({ rel, href }) => rel === 'stylesheet' && URL.canParse(href)).map(({ href }) => new URL(href));
	const [folder = ''] = own.flatMap((sheet) => (sheet.origin === origin ? (ASSETS.exec(sheet.pathname)?.[1] ?? []) : []));
	if (!pathname.startsWith(`${folder}/`)) return { folder: '' };
	const [owner, name] = pathname.slice(folder.length + 1).split('/');
	return owner && name ? { folder, path: `${owner}/${name}` } : { folder };
}
