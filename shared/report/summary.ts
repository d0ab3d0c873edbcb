import type { Assessment, BadgeCode } from '../trust/badge.ts';
import { shownBadges, wantsLook } from '../trust/shown-badges.ts';
import type { Report } from './report.ts';

/** The first line: how many, who says it, what needs a look. Counts results, not badges. */
export interface Summary {
	readonly results: number;
	readonly benchmarks: number;
	/** Results that carry each badge. */
	readonly badges: Readonly<Partial<Record<BadgeCode, number>>>;
	readonly needsLook: number;
	/** No token of this page was checked here: there is none, or not yet. */
	readonly noneChecked: boolean;
}

const isChecked = ({ signature }: Assessment): boolean =>
	signature !== undefined && signature.state !== 'unsigned' && signature.state !== 'host-vouches';

/** Counts what the first line says. Nothing about a linked or base model goes in. */
export function summary(report: Pick<Report, 'results' | 'assessments'>): Summary {
	const badges: Partial<Record<BadgeCode, number>> = {};
	let needsLook = 0;
	for (const assessment of report.assessments) {
		for (const badge of shownBadges(assessment)) badges[badge.code] = (badges[badge.code] ?? 0) + 1;
		if (wantsLook(assessment)) needsLook += 1;
	}
	const benchmarks = new Set(report.results.map((result) => result.dataset.id?.toLowerCase() ?? ''));
	return {
		results: report.results.length,
		benchmarks: benchmarks.size,
		badges,
		needsLook,
		noneChecked: !report.assessments.some(isChecked),
	};
}
