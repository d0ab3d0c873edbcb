import type { Words } from '../messages/words.ts';
import type { Report } from '../report/report.ts';
import { summary } from '../report/summary.ts';
import type { IconName } from './icons.tsx';
import { problemFact } from './problem-fact.ts';
import { resultFiles } from './result-files.ts';

/** One part of the first line. */
export interface Fact {
	readonly key: string;
	readonly text: string;
	readonly icon?: IconName;
	readonly tone?: 'caution';
	/** Given up where the line is narrow: the answer to "who ran it" stays longest. */
	readonly onlyWide?: boolean;
}

/** Badges that answer "who ran it", in the order of the first line. */
const WHO = [
	{ code: 'on-main', words: 'badge_on_main_count', onlyWide: true },
	{ code: 'self-reported', words: 'badge_self_reported_count' },
	{ code: 'community', words: 'badge_community_count' },
	{ code: 'proposed', words: 'badge_proposed_count' },
	{ code: 'withdrawn', words: 'badge_withdrawn_count', onlyWide: true },
] as const;

/** Whether a page has something to draw: results, a benchmark's definition, a failure. Without it, only the toolbar speaks. */
export function hasSomethingToSay(report: Report): boolean {
	return report.results.length > 0 || report.problems.length > 0 || filesToLookAt(report) > 0 || ownDefinitions(report).length > 0;
}

/** Result files with a finding about the file as a whole; those about one entry are counted with its result. */
const filesToLookAt = (report: Report): number =>
	resultFiles(report).filter((place) => place.issues.some((issue) => issue.severity !== 'info')).length;

/** The benchmarks that this very repository defines; those of other repositories say nothing about its page. */
export function ownDefinitions(report: Pick<Report, 'repository' | 'benchmarks'>) {
	const own = `${report.repository.id}@`;
	return report.benchmarks.filter((benchmark) => benchmark.definition && benchmark.evidence?.startsWith(own));
}

/**
 * The first line: how many results, who says them, what needs a look, what could not be read.
 * From this repository's own results alone: nothing about a linked or base model goes in.
 */
export function facts(words: Words, report: Report, now: number): readonly Fact[] {
	const { results, badges, needsLook } = summary(report);
	const problem = problemFact(words, report, now);
	const defined = ownDefinitions(report);
	const line: Fact[] = [];
	if (results === 0 && defined.length > 0) {
		const tasks = defined.reduce((sum, benchmark) => sum + (benchmark.definition?.tasks.length ?? 0), 0);
		line.push({ key: 'results', text: words.plural('panel_defines', tasks) });
		const issues = defined.flatMap((benchmark) => benchmark.definition?.issues ?? []).filter((issue) => issue.severity !== 'info');
		if (issues.length > 0)
			line.push({ key: 'issues', text: words.plural('panel_definition_issues', issues.length), icon: 'warning', tone: 'caution' });
	} else {
		line.push({ key: 'results', text: results === 0 && problem ? words('panel_nothing_read') : words.plural('results', results) });
	}
	for (const { code, words: key, ...rest } of WHO) {
		const count = badges[code] ?? 0;
		if (count > 0) line.push({ key: code, text: words.plural(key, count), icon: code, ...rest });
	}
	if (needsLook > 0) line.push({ key: 'look', text: words.plural('panel_look', needsLook), icon: 'warning', tone: 'caution' });
	const files = needsLook > 0 ? 0 : filesToLookAt(report);
	if (files > 0) line.push({ key: 'files', text: words.plural('panel_files_look', files), icon: 'warning', tone: 'caution' });
	if (problem) line.push({ key: 'problem', ...problem, tone: 'caution' });
	return line;
}
