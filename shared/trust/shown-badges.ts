import type { Assessment, Badge } from './badge.ts';
import { signatureBadge } from './signature/signature-badge.ts';

/** The badges of a result as they are shown: what checking its token gave stands where "not checked" stood. */
export function shownBadges({ badges, signature }: Pick<Assessment, 'badges' | 'signature'>): readonly Badge[] {
	const checked = signature && signatureBadge(signature);
	return checked ? badges.map((badge) => (badge.code === 'token-not-checked' ? checked : badge)) : badges;
}

/** Whether somebody should look at it: for its file, or for what its token turned out to be. */
export const wantsLook = (assessment: Assessment): boolean =>
	assessment.needsLook || shownBadges(assessment).some(({ tone }) => tone === 'caution' || tone === 'fail');
