import { Parser } from 'htmlparser2';
import type { Embedded, PageFacts, ShownFile } from '../shared/hosts/page-facts.ts';
import { islands } from '../shared/hosts/stubs.generated.js';

const SHOWN_PATH = /(?:^|\/)(\.eval_results|eval\.yaml)(?:\/|$)/;
const SHOWN_TEXT = /^\s*(\.eval_results|eval\.yaml)(?:\/|\s*$)/;

/** Classes by which hosts say what a page is. */
const CLASSES: ReadonlySet<string> = new Set(islands.split(',').flatMap((one) => /^\.([\w-]+)$/.exec(one)?.[1] ?? []));

/** Elements that leave the parser in the head (HTML Standard, "in head" insertion mode); any other begins the body, with or without `<body>`. */
const HEAD = new Set(['html', 'head', 'title', 'meta', 'link', 'base', 'style', 'script', 'noscript', 'template']);

/**
 * The facts of a page from its HTML, the same that the extension gathers from the page itself: metas and links of the head, a hub's islands,
 * and which of our files its links show. Nothing is run and nothing else is loaded.
 */
export function pageFacts(url: string, html: string): PageFacts {
	const page = new URL(url);
	page.hash = '';
	const metas: { name: string; content: string }[] = [];
	const links: { rel: string; href: string }[] = [];
	const embedded: Embedded[] = [];
	const shows = new Set<ShownFile>();
	let base = page.href;
	let inBody = false;
	let anchor: { href: URL | undefined; text: string } | undefined;

	const parser = new Parser({
		onopentag(name, attributes) {
			if (!HEAD.has(name)) inBody = true;
			if (name === 'base' && !inBody && attributes.href !== undefined) base = absolute(attributes.href, base)?.href ?? base;
			if (name === 'meta' && !inBody && attributes.content !== undefined) {
				metas.push({ name: (attributes.name || attributes.property || '').toLowerCase(), content: attributes.content });
			}
			if (name === 'link' && !inBody && attributes.rel !== undefined && attributes.href !== undefined) {
				links.push({ rel: attributes.rel.toLowerCase(), href: absolute(attributes.href, base)?.href ?? attributes.href });
			}
			const target = attributes['data-target'];
			if (target !== undefined && /(?:^|\s)SVELTE_HYDRATER(?:\s|$)/.test(attributes.class ?? '')) embedded.push({ name: target });
			const own = attributes.class?.split(/\s+/).some((one) => CLASSES.has(one));
			const project = name === 'body' ? attributes['data-project-full-path'] : undefined;
			if (own || project) embedded.push({ name: attributes.class ?? '', ...(project && { project }) });
			const copied = name === 'input' && attributes.readonly !== undefined ? attributes.value : undefined;
			if (copied?.endsWith('.git')) embedded.push({ name: '', shows: copied });
			if (name === 'a' && attributes.href !== undefined) anchor = { href: absolute(attributes.href, base), text: '' };
		},
		ontext(text) {
			if (anchor) anchor.text += text;
		},
		onclosetag(name) {
			if (name !== 'a' || !anchor) return;
			const path = anchor.href?.origin === page.origin ? SHOWN_PATH.exec(anchor.href.pathname)?.[1] : undefined;
			const file = path ?? SHOWN_TEXT.exec(anchor.text)?.[1];
			if (file === '.eval_results' || file === 'eval.yaml') shows.add(file);
			anchor = undefined;
		},
	});
	parser.end(html);
	return { url: page.href, metas, links, embedded, shows: [...shows] };
}

const absolute = (href: string, base: string): URL | undefined => (URL.canParse(href, base) ? new URL(href, base) : undefined);
