import type { Words } from '../../shared/messages/words.ts';
import type { EvidencePlace, Report } from '../../shared/report/report.ts';
import { summary } from '../../shared/report/summary.ts';
import type { Assessment, Badge, BadgeCode } from '../../shared/trust/badge.ts';
import { shownBadges } from '../../shared/trust/shown-badges.ts';
import { ownFiles } from '../own-files.ts';
import { pathFrom } from '../targets/checked-results.ts';
import { columns } from './columns.ts';
import { issueLine } from './issue-line.ts';
import { notReadLines } from './not-read-lines.ts';
import type { Paint } from './paint.ts';
import { repositoryLine } from './repository-line.ts';
import { benchmarkCell, placeCell, valueCell } from './result-cells.ts';
import { visible } from './visible.ts';

/** A report as lines for a person: a heading, one line per result, findings below it, then what could not be read. */
export function printReport(report: Report, folder: string, words: Words, paint: Paint, now: number): readonly string[] {
	const places = new Map(report.evidence.map((place) => [place.id, place]));
	const path = (place: EvidencePlace | undefined): string => pathFrom(folder, place?.path ?? '');
	const rows = columns(
		report.results.map((result, index) => {
			const place = places.get(result.evidence);
			return [
				valueCell(result, words),
				benchmarkCell(result, words),
				badgesCell(report.assessments[index], words),
				placeCell(result, path(place), place),
			];
		}),
		[0],
	);
	return [
		...heading(report, words, paint),
		...ownFiles(report).flatMap((place) => place.issues.map((issue) => `  ${issueLine(issue, path(place), words, paint)}`)),
		...report.results.flatMap((result, index) => [
			`  ${rows[index] ?? ''}`,
			...result.issues.map((issue) => `      ${issueLine(issue, path(places.get(result.evidence)), words, paint)}`),
		]),
		...notReadLines(report, words, paint, now),
	];
}

/** Badges that answer "who ran it", in the order in which the panel's line has them. */
const WHO = [
	{ code: 'verified', words: 'badge_verified_count' },
	{ code: 'on-main', words: 'badge_on_main_count' },
	{ code: 'self-reported', words: 'badge_self_reported_count' },
	{ code: 'community', words: 'badge_community_count' },
	{ code: 'proposed', words: 'badge_proposed_count' },
	{ code: 'withdrawn', words: 'badge_withdrawn_count' },
] as const satisfies readonly { code: BadgeCode; words: string }[];

function heading(report: Report, words: Words, paint: Paint): string[] {
	const counts = summary(report);
	const line = [
		words.plural('results', counts.results),
		...WHO.flatMap(({ code, words: key }) => {
			const count = counts.badges[code] ?? 0;
			return count > 0 ? [words.plural(key, count)] : [];
		}),
		...(counts.needsLook > 0 ? [words.plural('cli_need_look', counts.needsLook)] : []),
	].join(' · ');
	return [repositoryLine(report, words, paint), line];
}

const badgesCell = (assessment: Assessment | undefined, words: Words): string =>
	visible(
		shownBadges(assessment ?? { badges: [] })
			.map((badge) => badgeLabel(badge, words))
			.join(', '),
	);

/** What a badge is called; a source is called by its kind. */
function badgeLabel({ code, params }: Pick<Badge, 'code' | 'params'>, words: Words): string {
	const kind = code === 'source' && params.kind !== undefined ? words.code('source', String(params.kind)) : '';
	const label = kind || words.code('badge', code, params) || code;
	// Which pull request: the badges about one carry its number.
	return params.number === undefined ? label : `${label} #${params.number}`;
}
