import { LOCAL_ORIGIN } from '../hosts/repo-page.ts';
import type { ResultSource } from '../results/result.ts';
import type { SourceKind } from './badge.ts';
import type { BadgeContext } from './context.ts';
import { link } from './link.ts';

/** Hosts whose `/owner/name` pages are model cards, next to the page's own host. */
const MODEL_HUBS = new Set(['huggingface.co', 'hf.co']);

/** First path segments that name something other than a model's owner, on the Hub and on hosts laid out like it. */
const NOT_AN_OWNER = new Set(['datasets', 'spaces', 'papers', 'collections', 'docs', 'blog', 'api', 'organizations', 'posts', 'learn']);

const LOG_FILE = /\.(?:eval|jsonl?|log|ndjson|parquet|csv|zip|gz)$/i;
const LOG_FOLDER = /^(?:eval[-_]?logs?|logs?|traces?|transcripts?|outputs?|run[-_]?logs?)$/i;

/**
 * What a result's source leads to, by its address alone: nothing is fetched for it. `undefined` without an http(s) address.
 * `own-card`: the model that this page is about, here or under the same owner and name on a model hub (its words say "name", because
 * nothing shows that the two are one); `other-card`: another model's; `some-card` where a file on a disk leaves open which model it is about.
 */
export function sourceKind(source: ResultSource | undefined, repository: BadgeContext['repository']): SourceKind | undefined {
	const url = link(source?.url);
	if (!url) return undefined;
	const segments = url.pathname.split('/').filter((segment) => segment !== '');
	if (segments.some((segment) => LOG_FOLDER.test(segment)) || LOG_FILE.test(url.pathname)) return 'logs';

	const here = url.origin === repository.origin;
	if (!here && !MODEL_HUBS.has(url.hostname)) return 'elsewhere';
	const own = repository.path.toLowerCase().split('/');
	// On a hub every model is `owner/name`: a repository called `kestrel` alone is not all that an owner `kestrel` has there.
	if ((here || own.length === 2) && own.every((segment, place) => segments[place]?.toLowerCase().replace(/\.git$/, '') === segment))
		return 'own-card';
	const [owner, name] = segments;
	if (owner === undefined || name === undefined || NOT_AN_OWNER.has(owner)) return 'elsewhere';
	return repository.origin === LOCAL_ORIGIN ? 'some-card' : 'other-card';
}
