import type { Words } from '../messages/words.ts';
import type { Report } from '../report/report.ts';
import { bibtex, bibtexEntry, bibtexKey, bibtexUrl } from './bibtex.ts';
import { benchmarkName, type CitedScore, citedScore } from './cited-score.ts';
import type { Format } from './format.ts';
import { markdown } from './markdown.ts';
import { methodSentence } from './method-sentence.ts';
import { onDisk, ownAddress, permalink } from './permalink.ts';
import { plain } from './plain.ts';
import { listed, type Speak, speak, type Written } from './speak.ts';
import { stateParts } from './state-parts.ts';
import { warnings } from './warnings.ts';

/** One score as a text to paste elsewhere, in three forms that say the same. */
export interface Citation {
	readonly markdown: string;
	readonly bibtex: string;
	readonly plain: string;
}

export interface CitationOptions {
	/** When the report was looked at, ms since 1970. */
	readonly at: number;
	readonly words: Words;
}

/**
 * The score with all that a reader needs to find it again and to judge it: value as written, benchmark, method, state, date, the commit
 * that it stands in. Whatever speaks against citing it (not accepted, contested, findings) stands in the text itself.
 * `undefined` where the report has no such result.
 */
export function citation(report: Report, resultId: string, options: CitationOptions): Citation | undefined {
	const score = citedScore(report, resultId);
	if (!score) return undefined;
	return {
		markdown: `${written(score, options, markdown, ' ')}\n`,
		bibtex: entry(score, options),
		plain: `${written(score, options, plain, '\n')}\n`,
	};
}

function written(score: CitedScore, options: CitationOptions, format: Format, between: string): string {
	const say = speak(options.words, format);
	return [scoreSentence(score, say), ...note(score, options, say)].map((sentence) => sentence.written).join(between);
}

/** All but the first sentence. */
function note(score: CitedScore, { at }: CitationOptions, say: Speak): readonly Written[] {
	return [
		...warnings(score, say).map((text) => ({ written: say.format.strong(say('cite_warning', { text }).written) })),
		benchmarkSentence(score, say),
		methodSentence(score, say),
		say('cite_state', { parts: listed(stateParts(score, say), '; ') }),
		score.result.date === undefined ? say('cite_no_date') : say('cite_date', { date: score.result.date }),
		whereSentence(score, say),
		say('cite_read', { date: { written: say.format.own(say.words.date(day(at))) } }),
	];
}

function scoreSentence(score: CitedScore, say: Speak): Written {
	const { report, result } = score;
	const name = benchmarkName(score);
	// A name of the registry is ours.
	const known = score.benchmark?.known && { written: say.format.own(score.benchmark.known.name) };
	const params = {
		model: { written: say.format.link(say.format.foreign(report.repository.path), ownAddress(report.repository.url, report.repository)) },
		benchmark: known ?? name ?? say('cite_no_benchmark'),
	};
	return result.valueText === undefined ? say('cite_no_value', params) : say('cite_score', { ...params, value: result.valueText });
}

function benchmarkSentence({ result: { dataset, metric } }: CitedScore, say: Speak): Written {
	const parts = [
		dataset.id === undefined ? say('cite_no_dataset') : say('cite_dataset', { dataset: dataset.id }),
		dataset.taskId === undefined ? say('cite_no_task') : say('cite_task', { task: dataset.taskId }),
		...(dataset.split === undefined ? [] : [say('cite_split', { split: dataset.split })]),
		...(metric === undefined ? [] : [say('cite_metric', { metric })]),
		dataset.revision === undefined ? say('cite_no_revision') : say('cite_revision', { revision: dataset.revision }),
	];
	return say('cite_benchmark', { parts: listed(parts) });
}

/** The file and line, which lead to them at their commit. */
export function whereSentence(score: CitedScore, say: Speak): Written {
	const { place, result } = score;
	if (!place) return say('cite_where_cannot_tell');
	const label = say('cite_file_line', { file: place.path, line: { written: String(result.line) } });
	const params = {
		file: { written: say.format.link(label.written, permalink(place, result.line, score.report.repository)) },
		commit: place.commit,
	};
	return say(onDisk(score) ? 'cite_where_on_disk' : 'cite_where', params);
}

function entry(score: CitedScore, options: CitationOptions): string {
	const { report, result, place } = score;
	const say = speak(options.words, bibtex);
	const [owner, ...rest] = report.repository.path.split('/');
	const model = rest.at(-1) ?? owner ?? '';
	// A folder on a disk is named by whoever made it, not by an owner.
	const author = place?.submission ? place.submission.author : rest.length > 0 && !onDisk(score) ? owner : undefined;
	const url = permalink(place, result.line, score.report.repository) ?? ownAddress(report.repository.url, report.repository);
	const key = bibtexKey(model, benchmarkName(score) ?? '', result.valueText ?? '');
	return bibtexEntry(key, {
		title: scoreSentence(score, say).written.replace(/\.$/, ''),
		// In braces of its own, a name is not taken apart into given and family name.
		author: author === undefined ? undefined : `{${bibtex.foreign(author)}}`,
		year: /^(\d{4})(?:-|$)/.exec(result.date ?? '')?.[1],
		url: url === undefined ? undefined : bibtexUrl(url),
		urldate: day(options.at),
		note: note(score, options, say)
			.map((sentence) => sentence.written)
			.join(' '),
	});
}

/** The day of a moment in UTC, `2026-04-05`. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
