import type { Problem } from '../../shared/hosts/evidence.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { ownFiles } from '../own-files.ts';
import type { Target } from './target.ts';

/** What one target amounts to. */
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
			const issues = target.reports.flatMap((report) => [
				...report.results.flatMap((result) => result.issues),
				...ownFiles(report).flatMap((place) => place.issues),
			]);
			const found = issues.some((issue) => issue.severity === 'error') || (target.check?.problems.length ?? 0) > 0;
			const missing = target.reports.some((report) => report.problems.some(matters));
			return worst([...(found ? [EXIT.findings] : []), ...(missing ? [EXIT.notChecked] : [])]);
		}
		default:
			return target satisfies never;
	}
}

/** That bare git knows no states of pull requests is how it is, not something that failed. */
const matters = ({ code, subject }: Problem): boolean => code !== 'not-supported' || subject !== 'submission-states';
