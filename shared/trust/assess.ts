import type { EvalResult } from '../results/result.ts';
import type { Assessment, Badge } from './badge.ts';
import { badgeRules } from './badges/index.ts';
import type { BadgeContext } from './context.ts';

/** What can be said about one result, from its file, its repository and its benchmark alone. Pure; same input, same badges. */
export function assess(result: EvalResult, context: BadgeContext): Assessment {
	const badges: Badge[] = [];
	for (const rule of Object.values(badgeRules)) {
		const badge = rule(result, context);
		if (badge) badges.push(badge);
	}
	const needsLook = result.issues.some((issue) => issue.severity !== 'info');
	return { result: result.id, badges, needsLook };
}
