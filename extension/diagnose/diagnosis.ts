import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import { problemWords } from '../../shared/messages/problem-words.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { DiagnoseAnswer, News, Recorded } from '../../shared/protocol/message.ts';
import type { Settings } from '../settings.ts';
import type { Count, Ran } from './what-ran.ts';

/** All that is known of a tab, from the page, the browser and the background. */
export interface Diagnosis {
	readonly version: string;
	/** The browser, as it names itself. */
	readonly agent: string;
	readonly settings: Settings;
	/** Match patterns of the sites that the browser lets Evalmark read. */
	readonly sites: readonly string[];
	/** What was looked at; absent where the page was opened for no tab. */
	readonly tab?: {
		readonly private: boolean;
		readonly page?: RepoPage;
		/** Whether the browser lets Evalmark read the page's site; absent where the page is no repository. */
		readonly granted?: boolean;
		readonly ran?: Ran;
	};
	/** Absent where the background does not answer. */
	readonly background?: DiagnoseAnswer;
	/** What is known of the repository, without asking for it. */
	readonly news?: News;
}

export interface Line {
	readonly label: string;
	readonly text: string;
}

/** The findings, line by line, in the order of what happens on a page. `now`: ms since 1970. */
export function linesOf({ version, agent, settings, sites, tab, background, news }: Diagnosis, words: Words, now: number): readonly Line[] {
	const lines: Line[] = [];
	const add = (label: string, text: string) => lines.push({ label, text });
	const yes = (is: boolean) => words(is ? 'diagnose_yes' : 'diagnose_no');
	const time = (at: number | undefined) => (at ? words.time(at, now) : words('diagnose_unknown'));

	add(words('diagnose_version'), version);
	add(words('diagnose_browser'), agent);
	add(words('diagnose_mode'), words.code('options_loud', settings.loud));
	add(words('diagnose_sites'), sites.join(', ') || words('diagnose_none'));
	if (tab) {
		const { page, ran } = tab;
		add(words('diagnose_private'), yes(tab.private));
		add(words('diagnose_stub'), ran ? yes(ran.stub) : words('diagnose_unseen'));
		if (ran) {
			add(words('diagnose_asked'), yes(ran.asked));
			add(words('diagnose_panel'), yes(ran.panel));
			if (ran.stub) add(words('diagnose_mode_here'), words.code('options_loud', ran.loud));
			if (ran.place) add(words('diagnose_place'), words.code('diagnose_place', ran.place));
			add(words('diagnose_software'), ran.software.join(', ') || words('diagnose_none'));
			add(words('diagnose_marks'), counts(ran.marks) || words('diagnose_none'));
			add(words('diagnose_spots'), counts(ran.spots) || words('diagnose_none'));
		}
		add(words('diagnose_host'), page ? page.host : words('diagnose_host_none'));
		if (page) {
			add(words('diagnose_repository'), `${page.origin}/${page.path}`);
			add(words('diagnose_kind'), page.kind);
			add(words('diagnose_listed'), page.shows.join(', ') || words('diagnose_none'));
			add(words('diagnose_granted'), yes(tab.granted ?? false));
		}
	}
	add(words('diagnose_background'), background ? words('diagnose_since', { time: time(background.started) }) : words('diagnose_silent'));
	if (!tab?.page) return lines;
	add(words('diagnose_begun'), time(background?.begun));
	if (news) {
		const { report } = news;
		add(words('diagnose_read'), news.reading ? words('diagnose_reading') : time(report?.asOf));
		if (report) {
			add(words('diagnose_found'), words.plural('results', report.results.length));
			const problems = news.problems.length > 0 ? news.problems : report.problems;
			for (const problem of problems) {
				const { what, why, until } = problemWords(words, problem, report, now);
				add(words('diagnose_problem'), [what, why, until].filter(Boolean).join(' '));
			}
			if (problems.length === 0) add(words('diagnose_problem'), words('diagnose_none'));
		}
	}
	return lines;
}

const counts = (all: readonly Count[]): string => all.map(({ selector, count }) => `${selector} × ${count}`).join('; ');

/** How a request went, in one word. */
export function outcomeOf({ status, failure }: Recorded, words: Words): string {
	if (failure) return words.code('diagnose_failure', failure);
	if (status === 0) return words('diagnose_redirect');
	// A status is a name, not an amount.
	return status === undefined ? words('diagnose_under_way') : String(status);
}

/** An address without its query, which may hold what is nobody's business, and without its fragment. */
export function bare(address: string): string {
	return address.split(/[?#]/)[0] ?? '';
}

/** Everything as plain text, to be pasted somewhere: no query of any address is in it. */
export function textOf(diagnosis: Diagnosis, words: Words, now: number): string {
	const facts = linesOf(diagnosis, words, now).map(({ label, text }) => `${label}: ${text}`);
	const requests = (diagnosis.background?.requests ?? []).map((one) =>
		[new Date(one.at).toISOString(), one.method, bare(one.url), outcomeOf(one, words), `${one.bytes} B`, `${one.ms ?? '?'} ms`].join('  '),
	);
	return [...facts, '', ...requests].join('\n').trimEnd();
}
