import type { RepoPage } from '../repo-page.ts';
import { pageOf } from './page-of.ts';

const ORIGINS: ReadonlySet<string> = new Set(['https://huggingface.co', 'https://hf.co', 'https://www.huggingface.co']);
/** First segments of the Hub's own pages, which name no owner and no model. */
const RESERVED: ReadonlySet<string> = new Set(
	'api blog brand changelog chat collections contact docs enterprise front huggingface.co inference inference-endpoints join landing learn login logout metrics models new new-dataset notifications oauth organizations papers posts pricing privacy search settings spaces support tasks terms-of-service'.split(
		' ',
	),
);

/** The repository that an address on the Hub names. `hf.co` only redirects, so its pages are asked for on the Hub. */
export function fromAddress(address: string): RepoPage | undefined {
	if (!URL.canParse(address)) return;
	const { origin, pathname } = new URL(address);
	if (!ORIGINS.has(origin)) return;
	const [first = ''] = pathname.split('/').filter(Boolean);
	if (RESERVED.has(first) || pathname === '/datasets') return;
	return pageOf(`https://huggingface.co${pathname}`, first === 'datasets' ? 'dataset' : 'model', []);
}
