import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';
import { pageOf } from './page-of.ts';

/**
 * A page that carries the header of a model or a dataset as the Hub draws it, on the Hub or on a mirror. What it is about its own
 * address says: `og:url` and the embedded data of a mirror name the original, and nothing may be asked for there.
 */
export function recogniseHub({ url, embedded = [], shows }: PageFacts): RepoPage | undefined {
	const header = embedded.find(({ name }) => name === 'ModelHeader' || name === 'DatasetHeader');
	return header && pageOf(url, header.name === 'ModelHeader' ? 'model' : 'dataset', shows);
}
