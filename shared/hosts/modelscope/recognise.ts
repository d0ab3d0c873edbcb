import { forgePage } from '../forges/forge-page.ts';
import { namesIn } from '../forges/names-in.ts';
import type { PageFacts } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

export const SITES = ['https://modelscope.cn', 'https://www.modelscope.cn', 'https://www.modelscope.ai'];

/** A model or a dataset by its address. Benchmarks are looked for among the site's own datasets. */
export function recogniseModelScope(facts: PageFacts): RepoPage | undefined {
	const { origin, names } = namesIn(facts.url);
	const [kind = '', owner, name] = names;
	if (!SITES.includes(origin) || !/^(?:models|datasets)$/.test(kind) || !owner || !name) return;
	const page = forgePage('modelscope', facts, `${kind}/${owner}/${name}`);
	return page && { ...page, kind: kind === 'models' ? 'model' : 'dataset', offers: { dataset: `${origin}/datasets/%id%.git` } };
}
