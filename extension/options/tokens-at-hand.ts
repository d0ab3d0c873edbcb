import type { Store } from '../../shared/store/store.ts';
import type { Finished } from '../background/session.ts';

/** Tokens of the model cards that this browser has read and still keeps. */
export async function tokensAtHand(store: Pick<Store, 'get' | 'keys'>): Promise<readonly string[]> {
	const tokens: string[] = [];
	for (const key of await store.keys('report')) {
		const results = (await store.get<Finished>('report', key))?.value.report?.results ?? [];
		for (const { kind, verifyToken } of results) if (kind === 'model-index' && verifyToken !== undefined) tokens.push(verifyToken);
	}
	return tokens;
}
