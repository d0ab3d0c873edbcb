import type { Assessment, Badge } from './badge.ts';
import { commitBadge } from './commits/commit-badge.ts';
import { signatureBadge } from './signature/signature-badge.ts';

/** The badges of a result as they are shown: what checking its token gave stands where "not checked" stood. */
export function shownBadges({ badges, signature, commit }: Pick<Assessment, 'badges' | 'signature' | 'commit'>): readonly Badge[] {
	const checked = signature && signatureBadge(signature);
	const put = commit && commitBadge(commit);
	const shown = checked ? badges.map((badge) => (badge.code === 'token-not-checked' ? checked : badge)) : badges;
	if (!put) return shown;
	// Who says it comes before where it leads.
	const leads = shown.findIndex(({ basis }) => basis === 'link');
	return leads === -1 ? [...shown, put] : [...shown.slice(0, leads), put, ...shown.slice(leads)];
}

/** Whether somebody should look at it: for its file, or for what its token turned out to be. */
export const wantsLook = (assessment: Assessment): boolean =>
	assessment.needsLook || shownBadges(assessment).some(({ tone }) => tone === 'caution' || tone === 'fail');
