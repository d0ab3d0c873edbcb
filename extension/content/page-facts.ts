import type { PageFacts } from '../../shared/hosts/page-facts.ts';

/**
 * What the head of this page says about itself: its address, its metas and its links. Only the head: a README in the body is
 * somebody's text. Refers to nothing outside of itself, since the popup sends it into pages by its source.
 */
export const pageHead = (): Omit<PageFacts, 'shows'> => ({
	url: location.href.split('#')[0] ?? '',
	metas: [...document.querySelectorAll<HTMLMetaElement>('head > meta[content]')].map((meta) => ({
		name: (meta.name || meta.getAttribute('property') || '').toLowerCase(),
		content: meta.content,
	})),
	links: [...document.querySelectorAll<HTMLLinkElement>('head > link[rel][href]')].map(({ rel, href }) => ({
		rel: rel.toLowerCase(),
		href,
	})),
});
