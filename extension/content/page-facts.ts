import type { PageFacts, ShownFile } from '../../shared/hosts/page-facts.ts';

/**
 * What the head of this page says about itself: its address, its metas and its links. Only the head: a README in the body is
 * somebody's text. Refers to nothing outside of itself, since the popup sends it into pages by its source.
 */
export function pageHead(): Omit<PageFacts, 'shows'> {
	return {
		url: location.href.split('#')[0] ?? '',
		metas: Array.from(document.querySelectorAll<HTMLMetaElement>('head>meta[content]'), (meta) => ({
			name: (meta.name || meta.getAttribute('property') || '').toLowerCase(),
			content: meta.content,
		})),
		links: Array.from(document.querySelectorAll<HTMLLinkElement>('head>link[rel][href]'), (link) => ({
			rel: link.rel.toLowerCase(),
			href: link.href,
		})),
	};
}

/**
 * Which of the files that Evalmark reads this page links to on its own origin: by a segment of the path, or by the beginning of the
 * link's text (some hosts fold `.eval_results/one.yaml` into one line). Refers to nothing outside of itself, like `pageHead`.
 */
export function shownFiles(): ShownFile[] {
	const found = new Set<ShownFile>();
	for (const { origin, pathname, textContent } of document.links) {
		const name = /[/\n](\.eval_results|eval\.yaml)(?:[/\n]|$)/.exec(`${pathname}\n${textContent?.trim()}`)?.[1];
		// The expression names nothing else.
		if (name && origin === location.origin) found.add(name as ShownFile);
	}
	return [...found];
}
