import type { KeyScope } from '../../shared/trust/keys/key.ts';
import { siteOf } from '../site-pattern.ts';

export const SCOPE_FIELDS = ['benchmarks', 'organisations', 'hosts'] as const;
export type ScopeField = (typeof SCOPE_FIELDS)[number];

/** What stands in the fields of a scope: names with commas between them. */
export type ScopeTexts = Readonly<Record<ScopeField, string>>;

export const EMPTY: ScopeTexts = { benchmarks: '', organisations: '', hosts: '' };

/** As `schemas/key-list.schema.json` has them. */
const MOST = 100;
const LONGEST = 260;

/** Words of a fault: `key_scope_wrong_<field>`, `key_scope_too_many`. */
export type ReadScope =
	| { readonly ok: true; readonly scope: KeyScope }
	| { readonly ok: false; readonly field: ScopeField; readonly fault: 'wrong' | 'too-many'; readonly name: string };

export const scopeTexts = (scope: KeyScope): ScopeTexts => ({
	benchmarks: (scope.benchmarks ?? []).join(', '),
	organisations: (scope.organisations ?? []).join(', '),
	hosts: (scope.hosts ?? []).join(', '),
});

/** The scope that the fields say, each name as pages have it; what stays empty may be anything. */
export function readScope(texts: ScopeTexts): ReadScope {
	const scope: Partial<Record<ScopeField, readonly string[]>> = {};
	for (const field of SCOPE_FIELDS) {
		const names = new Set<string>();
		for (const text of texts[field].split(/[,\n]/)) {
			if (text.trim() === '') continue;
			const name = READ[field](text.trim());
			if (name === undefined || name.length > LONGEST) return { ok: false, field, fault: 'wrong', name: text.trim().slice(0, 80) };
			names.add(name);
		}
		if (names.size > MOST) return { ok: false, field, fault: 'too-many', name: '' };
		if (names.size > 0) scope[field] = [...names];
	}
	return { ok: true, scope };
}

const oneWord = (text: string): string | undefined => (/\s/.test(text) ? undefined : text);

const READ: Readonly<Record<ScopeField, (text: string) => string | undefined>> = {
	benchmarks: oneWord,
	// A slash would be part of a repository's name, and no organisation has one.
	organisations: (text) => (text.includes('/') ? undefined : oneWord(text)),
	hosts(text) {
		const site = oneWord(text) && siteOf(text);
		return site ? new URL(site).host : undefined;
	},
};
