import type { Problem } from '../../shared/hosts/evidence.ts';
import type { Report } from '../../shared/report/report.ts';
import { shownBadges } from '../../shared/trust/shown-badges.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { ownFiles } from '../own-files.ts';
import type { Target } from './target.ts';

/** What one target amounts to for `check`. */
export function exitCodeOf(target: Target): ExitCode {
	switch (target.kind) {
		case 'empty':
			return EXIT.clean;
		case 'missing':
			return EXIT.usage;
		case 'not-a-file':
		case 'too-large':
		case 'refused':
		case 'unreadable':
			return EXIT.notChecked;
		case 'read': {
			const found = target.reports.some((report) => hasErrors(report) || hasBadTokens(report)) || (target.check?.problems.length ?? 0) > 0;
			return worst([...(found ? [EXIT.findings] : []), ...(target.reports.some(isIncomplete) ? [EXIT.notChecked] : [])]);
		}
		default:
			return target satisfies never;
	}
}

const hasErrors = (report: Report): boolean =>
	[...report.results.flatMap(({ issues }) => issues), ...ownFiles(report).flatMap(({ issues }) => issues)].some(
		({ severity }) => severity === 'error',
	);

/** A token that is forged, edited, moved or revoked. One that nobody here can judge is no finding. */
const hasBadTokens = ({ assessments }: Report): boolean =>
	assessments.some((assessment) => shownBadges(assessment).some(({ tone }) => tone === 'fail'));

/** Whether something was not read. That bare git knows no states of pull requests is how it is, not something that failed. */
export const isIncomplete = ({ problems }: Report): boolean => problems.some(matters);

const matters = ({ code, subject }: Problem): boolean => code !== 'not-supported' || subject !== 'submission-states';
