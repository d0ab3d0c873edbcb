import type { PageFacts } from '../../shared/hosts/page-facts.ts';

/**
 * What this page says about itself: its address, the metas and links of its head, and which islands of a hub's own pages it has
 * (`islands`: their selectors). Of the body nothing else: a README is somebody's text. Refers to nothing outside of itself, since
 * the popup sends it into pages by its source.
 */
export const pageHead = (islands: string): Omit<PageFacts, 'shows'> => ({
	url: location.href.split('#')[0] ?? '',
	metas: [...document.querySelectorAll<HTMLMetaElement>('head > meta[content]')].map((meta) => ({
		name: (meta.name || meta.getAttribute('property') || '').toLowerCase(),
		content: meta.content,
	})),
	links: [...document.querySelectorAll<HTMLLinkElement>('head > link[rel][href]')].map(({ rel, href }) => ({
		rel: rel.toLowerCase(),
		href,
	})),
	embedded: [...document.querySelectorAll<HTMLElement & { readonly value?: unknown }>(islands)].map((element) => {
		const { dataset, className, tagName, textContent, value } = element;
		// A whole page's text is nobody's address.
		const text = typeof value === 'string' ? value : /^(TD|CODE)$/.test(tagName) ? (textContent ?? '') : '';
		const [shows] = /https?:\S{1,2000}/.exec(text) ?? [];
		return {
			name: dataset.target ?? className,
			...(dataset.projectFullPath && { project: dataset.projectFullPath }),
			...(shows && { shows }),
		};
	}),
});
