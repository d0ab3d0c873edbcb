import type { ComponentChildren } from 'preact';
import { keyScopesText } from '../../shared/messages/key-scope-text.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { KeySource, ListedKey } from '../../shared/trust/keys/key.ts';
import { sshFingerprint } from '../../shared/trust/keys/ssh-fingerprint.ts';
import { Clipped } from '../../shared/ui/names.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { Thumbprint } from './thumbprint.tsx';

/** Characters of a text from a list that are shown at once. */
const LIMIT = 300;

/** All that is known of a key, line by line. `source`: where it is from, unless that is said elsewhere. */
export function KeyLines({ item, source }: { item: ListedKey; source?: KeySource }) {
	const words = useWords();
	const { issuer, revokedTokens = [] } = item;
	const valid = validText(words, item);
	return (
		<dl class="keyline">
			<Line name={words('signature_thumbprint')}>
				<Thumbprint text={item.thumbprint} />
			</Line>
			{item.purpose === 'commits' && (
				<Line name={words('key_fingerprint')}>
					<Thumbprint text={sshFingerprint(item.jwk)} />
				</Line>
			)}
			{issuer !== undefined && (
				<Line name={words('claim_issuer')}>
					<bdi>{issuer}</bdi>
				</Line>
			)}
			{item.status === 'revoked' ? (
				<Line name={words('key_revoked')}>
					<Clipped text={revokedText(words, item)} limit={LIMIT} />
				</Line>
			) : (
				<Line name={words('signature_scope')}>
					<Clipped text={keyScopesText(words, item)} limit={LIMIT} />
				</Line>
			)}
			{valid && <Line name={words('key_valid')}>{valid}</Line>}
			{revokedTokens.length > 0 && <Line name={words('key_took_back')}>{words.plural('key_tokens', revokedTokens.length)}</Line>}
			{source && (
				<Line name={words('key_from')}>
					<bdi>{sourceText(words, source)}</bdi>
				</Line>
			)}
		</dl>
	);
}

function Line({ name, children }: { name: string; children: ComponentChildren }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</>
	);
}

function revokedText(words: Words, { revokedAt, reason }: ListedKey): string {
	const when = revokedAt === undefined ? words('key_revoked_once') : words('key_revoked_on', { date: words.date(revokedAt) });
	return [when, reason !== undefined && words('key_revoked_why', { reason }), words('key_revoked_kept')].filter(Boolean).join(' ');
}

function validText(words: Words, { notBefore, notAfter }: ListedKey): string {
	const from = notBefore === undefined ? '' : words('key_valid_from', { date: words.date(notBefore) });
	const until = notAfter === undefined ? '' : words('key_valid_until', { date: words.date(notAfter) });
	return [from, until].filter(Boolean).join(' ');
}

const sourceText = (words: Words, { how, url, at }: KeySource): string =>
	[words.code('key_source', how), url, at && words.date(at)].filter(Boolean).join(', ');
