import type { Words } from '../messages/words.ts';
import type { Report } from '../report/report.ts';
import { whereSentence } from './citation.ts';
import { benchmarkName, type CitedScore, citedScore } from './cited-score.ts';
import { discussUrl } from './discuss-url.ts';
import { markdown } from './markdown.ts';
import { oneLine } from './one-line.ts';
import { ownAddress, permalink } from './permalink.ts';
import { listed, type Speak, speak, type Written } from './speak.ts';
import { stateParts } from './state-parts.ts';
import { contested, refused } from './warnings.ts';

/** A question about one score, for its authors. Nothing is sent: whoever wants to post it does so. */
export interface Dispute {
	readonly title: string;
	/** Markdown. */
	readonly body: string;
	/** The host's own form with the question in it, where the host has one. */
	readonly url?: string;
}

export interface DisputeOptions {
	/** When the report was looked at, ms since 1970. */
	readonly at: number;
	readonly words: Words;
}

/** So many other places and findings are listed, the rest is counted. */
const LISTED = 20;

/**
 * The facts about one score as the text of an issue: first the question, then which score it is and where it stands, then what was
 * noticed, each with its permalink. It says what stands in files and accuses nobody: what it means cannot be told from files.
 * `undefined` where the report has no such result.
 */
export function dispute(report: Report, resultId: string, { at, words }: DisputeOptions): Dispute | undefined {
	const score = citedScore(report, resultId);
	if (!score) return undefined;
	const say = speak(words, markdown);
	const value = oneLine(score.result.valueText ?? words('panel_no_value'), 40);
	const title = words('dispute_title', { value, benchmark: oneLine(benchmarkName(score) ?? words('cite_no_benchmark'), 80) });
	const noticed = [...notAccepted(score, say), ...contestedBy(score, say), ...refused(score, say), ...findings(score, say)];
	const lines = [
		`${say('dispute_question').written} ${say('dispute_cannot_tell').written}`,
		'',
		...facts(score, say).map(bullet),
		'',
		say(noticed.length > 0 ? 'dispute_noticed' : 'dispute_nothing_noticed').written,
		'',
		...noticed.map(bullet),
		...(noticed.length > 0 ? [''] : []),
		say('dispute_read', { date: { written: markdown.own(words.date(new Date(at).toISOString().slice(0, 10))) } }).written,
	];
	const url = discussUrl(report.repository, title, lines, say('dispute_cut').written);
	return { title, body: `${lines.join('\n')}\n`, ...(url === undefined ? {} : { url }) };
}

const bullet = ({ written }: Written): string => `- ${written}`;

function facts(score: CitedScore, say: Speak): readonly Written[] {
	const { result } = score;
	const { id, taskId } = result.dataset;
	const dataset = id === undefined ? say('cite_no_dataset') : say('cite_dataset', { dataset: id });
	const task = taskId === undefined ? say('cite_no_task') : say('cite_task', { task: taskId });
	const { source } = result;
	const named = source?.url ?? source?.name ?? source?.org ?? source?.user;
	return [
		say('dispute_score', { value: result.valueText ?? say('panel_no_value'), parts: listed([dataset, task]) }),
		whereSentence(score, say),
		say('cite_state', { parts: listed(stateParts(score, say), '; ') }),
		result.date === undefined ? say('cite_no_date') : say('cite_date', { date: result.date }),
		result.notes === undefined ? say('dispute_no_notes') : say('dispute_notes', { notes: result.notes }),
		// As text: a link that a stranger wrote is not put into somebody else's issue.
		named === undefined ? say('dispute_no_source') : say('dispute_source', { source: named }),
	];
}

/** What became of the pull request, with its page. */
function notAccepted({ report, badges, place }: CitedScore, say: Speak): readonly Written[] {
	const submission = place?.submission;
	if (!submission || !badges.some(({ code }) => code === 'withdrawn')) return [];
	const label = say('dispute_pull', { number: { written: String(submission.number) } }).written;
	return [say('dispute_withdrawn', { pull: { written: markdown.link(label, ownAddress(submission.url, report.repository)) } })];
}

/** The other values, and where each stands. */
function contestedBy(score: CitedScore, say: Speak): readonly Written[] {
	const { report, result } = score;
	const others = score.conflicts.flatMap(({ conflict }) =>
		report.results.filter(
			({ id, valueText }) => conflict.results.includes(id) && valueText !== undefined && valueText !== result.valueText,
		),
	);
	const placed = others.slice(0, LISTED).flatMap((other) => {
		const place = report.evidence.find(({ id }) => id === other.evidence);
		if (!place) return [];
		const label = say('cite_file_line', { file: place.path, line: { written: String(other.line) } });
		const file = { written: markdown.link(label.written, permalink(place, other.line, report.repository)) };
		return [say('dispute_other_value', { value: other.valueText ?? '', file })];
	});
	const more = others.length > LISTED ? [say('cite_warning_more', { count: others.length - LISTED })] : [];
	return [...contested(score, say), ...placed, ...more];
}

/** What is wrong with the entry, then with its file, with the line of each. */
function findings({ report, result, place }: CitedScore, say: Speak): readonly Written[] {
	const found = [...result.issues, ...(place?.issues ?? [])];
	const said = found.slice(0, LISTED).map((issue) => {
		const text = say.code('issue', issue.code, issue.params) ?? { written: issue.code };
		const line = say('dispute_line', { line: { written: String(issue.line) } }).written;
		return { written: `${text.written} (${markdown.link(line, permalink(place, issue.line, report.repository))})` };
	});
	return found.length > LISTED ? [...said, say('cite_warning_more', { count: found.length - LISTED })] : said;
}
