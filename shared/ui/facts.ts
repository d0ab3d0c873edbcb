import { ownDataset } from '../hosts/own-dataset.ts';
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
	readonly tone?: 'caution' | 'good';
	/** Given up where the line is narrow: the answer to "who ran it" stays longest. */
	readonly onlyWide?: boolean;
}

/** Badges that answer "who ran it", in the order of the first line. */
const WHO = [
	{ code: 'verified', words: 'badge_verified_count', tone: 'good' },
	{ code: 'on-main', words: 'badge_on_main_count', onlyWide: true },
	{ code: 'self-reported', words: 'badge_self_reported_count' },
	{ code: 'community', words: 'badge_community_count' },
	{ code: 'proposed', words: 'badge_proposed_count' },
	{ code: 'withdrawn', words: 'badge_withdrawn_count', onlyWide: true },
] as const;

/** Whether a page has something to draw: results, a benchmark's definition, a failure. Without it, only the toolbar speaks. */
export function hasSomethingToSay(report: Report): boolean {
	return (
		report.results.length > 0 ||
		report.gone.length > 0 ||
		report.problems.length > 0 ||
		filesToLookAt(report) > 0 ||
		ownBenchmarks(report).length > 0
	);
}

/** Result files with a finding about the file as a whole; those about one entry are counted with its result. */
const filesToLookAt = (report: Report): number =>
	resultFiles(report).filter((place) => place.issues.some((issue) => issue.severity !== 'info')).length;

/**
 * The benchmarks that this very repository defines, or is by what the registry knows of it although its definition cannot be read;
 * those of other repositories say nothing about its page.
 */
export function ownBenchmarks({ repository, benchmarks }: Pick<Report, 'repository' | 'benchmarks'>) {
	const own = `${repository.id}@`;
	const dataset = ownDataset(repository);
	return benchmarks.filter((one) => (one.definition ? one.evidence?.startsWith(own) : one.known && one.dataset === dataset));
}

/** `Benchmark with 3 tasks`; where none of them can be read, why. */
export function definedText(words: Words, benchmarks: ReturnType<typeof ownBenchmarks>): string {
	const read = benchmarks.flatMap(({ definition }) => definition ?? []);
	if (read.length > 0)
		return words.plural(
			'panel_defines',
			read.reduce((sum, { tasks }) => sum + tasks.length, 0),
		);
	return words(benchmarks.some(({ lookedFor }) => lookedFor === 'gated') ? 'panel_defines_gated' : 'panel_defines_nothing');
}

/**
 * The first line: how many results, who says them, what needs a look, what could not be read.
 * From this repository's own results alone: nothing about a linked or base model goes in.
 */
export function facts(words: Words, report: Report, now: number): readonly Fact[] {
	const { results, badges, needsLook } = summary(report);
	const problem = problemFact(words, report, now);
	const defined = ownBenchmarks(report);
	const line: Fact[] = [];
	if (results === 0 && defined.length > 0) {
		line.push({ key: 'results', text: definedText(words, defined) });
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
	if (report.gone.length > 0)
		line.push({ key: 'gone', text: words.plural('panel_gone_count', report.gone.length), icon: 'withdrawn', tone: 'caution' });
	const files = needsLook > 0 ? 0 : filesToLookAt(report);
	if (files > 0) line.push({ key: 'files', text: words.plural('panel_files_look', files), icon: 'warning', tone: 'caution' });
	if (problem) line.push({ key: 'problem', ...problem, tone: 'caution' });
	return line;
}
