import type { Summary } from '../report/summary.ts';
import type { BadgeCode } from '../trust/badge.ts';
import { Icon, type IconName } from './icons.tsx';
import { useWords } from './words-context.ts';

/** Badges that a tally counts, and in which order. */
const COUNTED = [
	{ code: 'verified', text: 'badge_verified_tally', tone: 'good' },
	{ code: 'on-main', text: 'badge_on_main_tally' },
	{ code: 'self-reported', text: 'badge_self_reported_tally' },
	{ code: 'community', text: 'badge_community_tally' },
	{ code: 'proposed', text: 'badge_proposed_tally' },
	{ code: 'withdrawn', text: 'badge_withdrawn_tally' },
	{ code: 'changed-since', text: 'badge_changed_since_tally' },
	{ code: 'signature-invalid', text: 'badge_signature_invalid_tally' },
	{ code: 'claims-mismatch', text: 'badge_claims_mismatch_tally' },
	{ code: 'revoked', text: 'badge_revoked_tally' },
	{ code: 'malformed', text: 'badge_malformed_tally' },
	{ code: 'expired', text: 'badge_expired_tally' },
	{ code: 'not-yet-valid', text: 'badge_not_yet_valid_tally' },
	{ code: 'unknown-key', text: 'badge_unknown_key_tally' },
	{ code: 'unsupported-format', text: 'badge_unsupported_format_tally' },
	{ code: 'could-not-check', text: 'badge_could_not_check_tally' },
	{ code: 'token-not-checked', text: 'badge_token_not_checked_tally' },
] as const satisfies readonly { code: BadgeCode; text: string; tone?: 'good' }[];

/** The first line, one row per fact: for the popup and wherever there is room for it. */
export function Tally({ summary }: { summary: Summary }) {
	const words = useWords();
	const { badges, needsLook, noneChecked, results } = summary;
	return (
		<ul>
			{COUNTED.map(({ code, text, ...rest }) => {
				const count = badges[code] ?? 0;
				return count > 0 && <TallyRow key={code} icon={code} count={words.number(count)} text={words(text)} {...rest} />;
			})}
			{noneChecked && results > 0 && <TallyRow icon="unchecked" count={words.number(0)} text={words('panel_tally_checked')} />}
			{needsLook > 0 && (
				<TallyRow icon="warning" tone="caution" count={words.number(needsLook)} text={words.plural('panel_tally_look', needsLook)} />
			)}
		</ul>
	);
}

function TallyRow({ icon, count, text, tone }: { icon: IconName; count: string; text: string; tone?: 'caution' | 'good' }) {
	return (
		<li class="tally" data-tone={tone}>
			<Icon name={icon} />
			<b>{count}</b>
			<span>{text}</span>
		</li>
	);
}
