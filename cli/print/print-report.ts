import { LOCAL_ORIGIN } from '../../shared/hosts/repo-page.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { EvidencePlace, Report } from '../../shared/report/report.ts';
import { summary } from '../../shared/report/summary.ts';
import type { Issue } from '../../shared/results/issue.ts';
import type { EvalResult } from '../../shared/results/result.ts';
import type { Assessment, Badge, BadgeCode } from '../../shared/trust/badge.ts';
import { shownBadges } from '../../shared/trust/shown-badges.ts';
import { ownFiles } from '../own-files.ts';
import { columns } from './columns.ts';
import type { Paint } from './paint.ts';
import { problemText } from './problem-text.ts';
import { clipped, visible } from './visible.ts';

/** Longest value and benchmark name on a line, in characters; `--json` has them whole. */
const VALUE = 24;
const NAME = 60;

/** A report as lines for a person: a heading, one line per result, findings below it, then what could not be read. */
export function printReport(report: Report, folder: string, words: Words, paint: Paint, now: number): readonly string[] {
	const places = new Map(report.evidence.map((place) => [place.id, place]));
	const path = (place: EvidencePlace | undefined): string =>
		visible(`${folder}${folder && !folder.endsWith('/') ? '/' : ''}${place?.path ?? ''}`);
	const rows = columns(
		report.results.map((result, index) => resultCells(result, report.assessments[index], places.get(result.evidence), path, words)),
		[0],
	);
	return [
		...heading(report, words, paint),
		...ownFiles(report).flatMap((place) => place.issues.map((issue) => `  ${issueLine(issue, path(place), words, paint)}`)),
		...report.results.flatMap((result, index) => [
			`  ${rows[index] ?? ''}`,
			...result.issues.map((issue) => `      ${issueLine(issue, path(places.get(result.evidence)), words, paint)}`),
		]),
		...report.problems.map(
			(problem) => `  ${paint('warning', words('cli_not_read'))}  ${visible(problemText(problem, report, words, now))}`,
		),
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
	const { repository } = report;
	const counts = summary(report);
	const line = [
		words.plural('results', counts.results),
		...WHO.flatMap(({ code, words: key }) => {
			const count = counts.badges[code] ?? 0;
			return count > 0 ? [words.plural(key, count)] : [];
		}),
		...(counts.needsLook > 0 ? [words.plural('cli_need_look', counts.needsLook)] : []),
	].join(' · ');
	const where =
		repository.origin === LOCAL_ORIGIN
			? words('cli_local_files')
			: [hostOf(repository.origin), repository.defaultBranch, repository.head?.slice(0, 7)].filter((part) => part !== undefined).join(' ');
	return [`${paint('strong', visible(repository.path))}  ${paint('quiet', visible(where))}`, line];
}

/** An export may give anything that begins like an origin. */
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);

function resultCells(
	result: EvalResult,
	assessment: Assessment | undefined,
	place: EvidencePlace | undefined,
	path: (place: EvidencePlace | undefined) => string,
	words: Words,
): readonly string[] {
	const { dataset, valueText, line } = result;
	const name = [dataset.id ?? words('cli_no_dataset'), ...(dataset.taskId === undefined ? [] : [dataset.taskId])].join(' · ');
	const badges = shownBadges(assessment ?? { badges: [] })
		.map((badge) => badgeLabel(badge, words))
		.join(', ');
	const commit = place === undefined || /^0+$/.test(place.commit) ? '' : `@${place.commit.slice(0, 7)}`;
	return [
		valueText === undefined ? words('cli_no_value') : clipped(valueText, VALUE),
		clipped(name, NAME),
		visible(badges),
		`${path(place)}:${line}${commit}`,
	];
}

/** What a badge is called; a source is called by its kind. */
function badgeLabel({ code, params }: Pick<Badge, 'code' | 'params'>, words: Words): string {
	const kind = code === 'source' && params.kind !== undefined ? words.code('source', String(params.kind)) : '';
	const label = kind || words.code('badge', code, params) || code;
	// Which pull request: the badges about one carry its number.
	return params.number === undefined ? label : `${label} #${params.number}`;
}

function issueLine(issue: Issue, path: string, words: Words, paint: Paint): string {
	const severity = words.code('cli_severity', issue.severity);
	const sentence = words.code('issue', issue.code, issue.params) || issue.code;
	return `${paint(issue.severity, severity)}  ${path}:${issue.line}:${issue.column}  ${visible(sentence)}`;
}
