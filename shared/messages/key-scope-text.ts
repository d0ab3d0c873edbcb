import type { KeyScope, ListedKey } from '../trust/keys/key.ts';
import type { Words } from './words.ts';

/** What a key may speak for, in words. */
export function keyScopesText(words: Words, { purpose, scopes }: Pick<ListedKey, 'purpose' | 'scopes'>): string {
	const all = scopes.length === 0 ? words('key_scope_nothing') : scopes.map((scope) => scopeText(words, scope)).join('; ');
	if (purpose !== 'commits') return all;
	// Where a commit may be is nothing that a reader chooses.
	return scopes.length > 0 && scopes.every(isEmpty) ? words('key_scope_commits') : `${words('key_scope_commits')}; ${all}`;
}

/** What one scope covers. */
export function scopeText(words: Words, scope: KeyScope): string {
	if (isEmpty(scope)) return words('key_scope_any');
	const { benchmarks, organisations, hosts } = scope;
	return words('key_scope', {
		benchmarks: benchmarks?.join(', ') ?? words('key_scope_any_benchmark'),
		organisations: organisations?.join(', ') ?? words('key_scope_anybody'),
		hosts: hosts?.join(', ') ?? words('key_scope_any_host'),
	});
}

const isEmpty = ({ benchmarks, organisations, hosts }: KeyScope): boolean => !benchmarks && !organisations && !hosts;
