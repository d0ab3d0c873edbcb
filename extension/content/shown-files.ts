import type { ShownFile } from '../../shared/hosts/page-facts.ts';

/**
 * Which of the files that Evalmark reads this page lists: as the whole text of a link, or before a slash in it, since some hosts
 * fold `.eval_results/one.yaml` into one line. Refers to nothing outside of itself, since the popup sends it into pages by its source.
 */
export const shownFiles = (): ShownFile[] => {
	// Text content is missing from documents only, not from links.
	const names = [...document.links].map((link) => (link.textContent as string).trim().split('/')[0]);
	return (['.eval_results', 'eval.yaml'] as const).filter((name) => names.includes(name));
};
