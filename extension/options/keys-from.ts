import type { Candidate } from '../../shared/trust/keys/candidate.ts';
import type { KeySource, ListedKey } from '../../shared/trust/keys/key.ts';
import { siteOf } from '../site-pattern.ts';
import { type ReadScope, readScope, type ScopeTexts } from './read-scope.ts';

/** What a bare key may be taken for. */
export const PURPOSES = ['results', 'commits', 'model-index'] as const;

/** What a reader says of bare keys, as it stands in the fields. */
export interface KeyFields {
	readonly owner: string;
	readonly purpose: (typeof PURPOSES)[number];
	readonly issuer: string;
	readonly scope: ScopeTexts;
}

/** Which field cannot be taken as it is. */
export type WrongField =
	| { readonly field: 'owner' | 'issuer' }
	| { readonly field: 'scope'; readonly read: Extract<ReadScope, { ok: false }> };

/** As `schemas/key-list.schema.json` has them. */
export const LONGEST_OWNER = 100;
const ISSUER = /^https:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?$/;

/** The keys as they would stand in the list, or the first field that is wrong. */
export function keysFrom(
	candidates: readonly Candidate[],
	{ owner, purpose, issuer, scope }: KeyFields,
	source: KeySource,
): { readonly ok: true; readonly keys: readonly ListedKey[] } | { readonly ok: false; readonly wrong: WrongField } {
	const whose = owner.trim();
	if (whose === '' || whose.length > LONGEST_OWNER) return { ok: false, wrong: { field: 'owner' } };
	const said = { owner: whose, purpose, status: 'active', source } as const;
	// A commit names no issuer, and everybody's keys of one forge would be of one.
	if (purpose === 'commits')
		return { ok: true, keys: candidates.map(({ jwk, thumbprint }) => ({ jwk, thumbprint, ...said, scopes: [{}] })) };
	// Tokens in model cards name no issuer either.
	const origin = issuer.trim() === '' || purpose === 'model-index' ? undefined : siteOf(issuer);
	if (issuer.trim() !== '' && purpose === 'results' && !ISSUER.test(origin ?? '')) return { ok: false, wrong: { field: 'issuer' } };
	const read = readScope(scope);
	if (!read.ok) return { ok: false, wrong: { field: 'scope', read } };
	const scopes = [read.scope];
	return {
		ok: true,
		keys: candidates.map(({ jwk, thumbprint }) => ({ jwk, thumbprint, ...said, scopes, ...(origin !== undefined && { issuer: origin }) })),
	};
}
