import { fromBase64url } from '../crypto/base64url.ts';
import { keyFault } from '../crypto/ed25519.ts';
import { parseStrict } from '../jws/strict-json.ts';
import { holdsSecret } from './candidate.ts';
import type { KeyList, ListedKey } from './key.ts';
import { thumbprint } from './thumbprint.ts';
import { validateKeyList } from './validate-key-list.generated.js';

export type ReadKeyList =
	| { readonly ok: true; readonly list: KeyList }
	| {
			readonly ok: false;
			/** Words: `key_list_refused_<code>`, hyphens as underscores. */
			readonly code: 'not-json' | 'not-a-list' | 'secret-key' | 'schema' | 'thumbprint' | 'point';
			readonly params: Readonly<Record<string, string>>;
	  };

/** Characters of a list: 500 keys with all their scopes stay below it. */
const LONGEST = 4 * 1024 * 1024;
const DEEPEST = 8;

/** A key list, as `schemas/key-list.schema.json` says it, whole or not at all: every thumbprint is computed again, every point looked at. */
export function readKeyList(text: string): ReadKeyList {
	if (holdsSecret(text)) return { ok: false, code: 'secret-key', params: {} };
	const read = text.length > LONGEST ? { ok: false as const } : parseStrict(text, { depth: DEEPEST });
	if (!read.ok) return { ok: false, code: 'not-json', params: {} };
	return asKeyList(read.value);
}

/** The same for what is parsed already. */
export function asKeyList(value: unknown): ReadKeyList {
	const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
	if (format !== 'evalmark-keys') return { ok: false, code: 'not-a-list', params: {} };
	if (!validateKeyList(value)) {
		const [error] = validateKeyList.errors ?? [];
		return { ok: false, code: 'schema', params: { at: error?.instancePath || '/', detail: error?.message ?? '' } };
	}
	for (const [index, key] of value.keys.entries()) {
		const wrong = MOMENTS.find((name) => key[name] !== undefined && !isMoment(key[name] ?? ''));
		if (wrong) return { ok: false, code: 'schema', params: { at: `/keys/${index}/${wrong}`, detail: 'no such day' } };
		const fault = faultOf(key);
		if (fault) return { ok: false, code: fault, params: { at: `/keys/${index}`, owner: key.owner } };
	}
	return { ok: true, list: value };
}

function faultOf({ jwk, thumbprint: named }: ListedKey): 'thumbprint' | 'point' | undefined {
	const bytes = fromBase64url(jwk.x);
	if (!bytes || keyFault(bytes)) return 'point';
	return thumbprint(jwk) === named ? undefined : 'thumbprint';
}

const MOMENTS = ['notBefore', 'notAfter', 'revokedAt'] as const;

/** 31 February would pass for 3 March. */
const isMoment = (text: string): boolean => {
	const at = Date.parse(text);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 10));
};
