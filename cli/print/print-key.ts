import { keyScopesText } from '../../shared/messages/key-scope-text.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { KeySource, ListedKey } from '../../shared/trust/keys/key.ts';
import { sshFingerprint } from '../../shared/trust/keys/ssh-fingerprint.ts';
import type { Paint } from './paint.ts';
import { clipped, visible } from './visible.ts';

/** Characters of a text from a list that are shown. */
const LONGEST = 300;

/** All that is known of a key: whose it is, then a line for each fact. */
export function printKey(key: ListedKey, words: Words, paint: Paint): readonly string[] {
	const { owner, status, thumbprint, jwk, purpose, issuer, notBefore, notAfter, revokedTokens = [], source } = key;
	const valid = [
		notBefore === undefined ? '' : words('key_valid_from', { date: words.date(notBefore) }),
		notAfter === undefined ? '' : words('key_valid_until', { date: words.date(notAfter) }),
	];
	const lines: readonly (readonly [string, string])[] = [
		[words('signature_thumbprint'), thumbprint],
		...(purpose === 'commits' ? [[words('key_fingerprint'), sshFingerprint(jwk)] as const] : []),
		[words('key_purpose'), words.code('key_purpose', purpose) || purpose],
		...(issuer === undefined ? [] : [[words('claim_issuer'), issuer] as const]),
		...(status === 'revoked'
			? [[words('key_revoked'), revokedText(key, words)] as const]
			: [[words('signature_scope'), keyScopesText(words, key)] as const]),
		...(valid.join('') === '' ? [] : [[words('key_valid'), valid.filter(Boolean).join(' ')] as const]),
		...(revokedTokens.length === 0 ? [] : [[words('key_took_back'), words.plural('key_tokens', revokedTokens.length)] as const]),
		[words('key_from'), sourceText(source, words)],
	];
	return [
		`${paint('strong', visible(owner))}  ${paint(status === 'revoked' ? 'error' : 'quiet', words.code('key_status', status))}`,
		...lines.map(([name, value]) => `  ${name}: ${clipped(value, LONGEST)}`),
	];
}

function revokedText({ revokedAt, reason }: ListedKey, words: Words): string {
	const when = revokedAt === undefined ? words('key_revoked_once') : words('key_revoked_on', { date: words.date(revokedAt) });
	return reason === undefined ? when : `${when} ${words('key_revoked_why', { reason })}`;
}

const sourceText = ({ how, url, at }: KeySource, words: Words): string =>
	[words.code('key_source', how), url, at && words.date(at)].filter(Boolean).join(', ');
