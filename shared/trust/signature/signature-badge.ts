import type { Badge, Basis, SignatureBadge, Tone } from '../badge.ts';
import type { SignatureState, Verdict } from './verdict.ts';

const LOOKS: Readonly<Record<SignatureBadge, readonly [Tone, Basis]>> = {
	verified: ['good', 'checked'],
	'changed-since': ['caution', 'checked'],
	'signature-invalid': ['fail', 'checked'],
	'claims-mismatch': ['fail', 'checked'],
	'unknown-key': ['plain', 'open'],
	expired: ['caution', 'checked'],
	'not-yet-valid': ['caution', 'checked'],
	revoked: ['fail', 'checked'],
	malformed: ['fail', 'checked'],
	'unsupported-format': ['plain', 'open'],
	'could-not-check': ['plain', 'open'],
};

/** Every state that has a badge. */
// The keys of a record over exactly these.
export const signatureBadges = Object.keys(LOOKS) as readonly SignatureBadge[];

export const isSignatureBadge = (code: SignatureState | Badge['code']): code is SignatureBadge => Object.hasOwn(LOOKS, code);

/** The badge of a verdict; none for what carries no token. */
export function signatureBadge({ state, reasons, key }: Verdict): Badge | undefined {
	if (!isSignatureBadge(state)) return undefined;
	const [tone, basis] = LOOKS[state];
	const [first] = reasons;
	return { code: state, tone, basis, params: { ...first?.params, ...(first && { reason: first.code }), ...(key && { owner: key.owner }) } };
}
