import type { ShownFile } from '../page-facts.ts';
import type { RepoPage } from '../repo-page.ts';

/** What may follow the id of a model without owner (`/gpt2/tree/main`), so that it is no name of its own. */
const PAGES = /^(?:tree|blob|raw|resolve|blame|commits?|discussions|edit|upload|settings|viewer|embed|sql)$/;
/** Neither begins with a dot nor holds two (huggingface_hub `validate_repo_id`). */
const NAME = /^(?!\.)(?!.*\.\.)[\w.-]{1,96}$/;

/** The model or dataset page at an address of the Hub or of a mirror, by its path alone; `undefined` where it names neither. */
export function pageOf(address: string, kind: 'model' | 'dataset', shows: readonly ShownFile[]): RepoPage | undefined {
	if (!/^https?:/.test(address) || !URL.canParse(address)) return;
	const { origin, pathname } = new URL(address);
	const all = pathname.split('/').filter(Boolean);
	const segments = kind === 'dataset' ? all.slice(1) : all;
	// A header of another kind than the address is somebody's text.
	if ((all[0] === 'datasets') !== (kind === 'dataset')) return;
	const [owner, name] = segments;
	if (owner === undefined) return;
	const id = !name || PAGES.test(name) ? [owner] : [owner, name];
	if (!id.every((part) => NAME.test(part))) return;
	const path = [...(kind === 'dataset' ? ['datasets'] : []), ...id].join('/');
	return {
		host: 'huggingface',
		origin,
		path,
		kind,
		url: address,
		cloneUrl: `${origin}/${path}`,
		defaultBranch: 'main',
		shows,
		offers: { file: `${origin}/${path}/blob/%branch%/%path%` },
	};
}
