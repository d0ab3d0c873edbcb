import type { KeyScope, ListedKey } from '../keys/key.ts';
import type { VerdictKey } from './verdict.ts';

/** What a verdict says of the key that it rests on. */
export const verdictKey = ({ thumbprint, owner, source, scopes }: ListedKey): VerdictKey => ({
	thumbprint,
	owner,
	source: source.how,
	...(source.url !== undefined && { sourceUrl: source.url }),
	...(source.at !== undefined && { since: source.at }),
	scopes: scopes.map(scopeText),
});

/** `cais/hle, Idavidrein/gpqa · lumen-labs · huggingface.co`; empty for a scope that covers everything. */
export const scopeText = ({ benchmarks, organisations, hosts }: KeyScope): string =>
	[benchmarks, organisations, hosts].flatMap((list) => (list ? [list.join(', ')] : [])).join(' · ');
