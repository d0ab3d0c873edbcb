import type { Words } from '../../shared/messages/words.ts';
import type { News } from '../../shared/protocol/message.ts';
import { summary } from '../../shared/report/summary.ts';
import { definedText, ownBenchmarks } from '../../shared/ui/facts.ts';

const INK = '#171b23';
const CAUTION = '#754800';

/** What the toolbar says of a tab: the number of results, with a mark when something needs a look; the same in words as its title. */
export function toolbarOf(news: News, words: Words): { readonly text: string; readonly title: string; readonly colour: string } {
	const { report, reading, problems } = news;
	if (!report) return { text: '', title: words('extName'), colour: INK };
	const { path } = report.repository;
	if (report.state === 'collecting' && report.results.length === 0) {
		return { text: '', title: words('ext_title_reading', { path }), colour: INK };
	}
	const { results, needsLook } = summary(report);
	const own = ownBenchmarks(report);
	const defines = own.length > 0;
	const missing = !reading && problems.length > 0;
	const nothing = results === 0;
	const parts = [
		...(nothing ? [] : [words.plural('results', results)]),
		...(nothing && defines ? [definedText(words, own)] : []),
		...(nothing && !defines && !missing ? [words('ext_title_none')] : []),
		...(needsLook > 0 ? [words.plural('ext_title_look', needsLook)] : []),
		...(missing ? [words('ext_title_problems')] : []),
	];
	const look = needsLook > 0 || missing;
	// "No results" is only true where everything was read, and no word on a page that defines a benchmark.
	const count = nothing && (missing || defines) ? '' : results > 999 ? `${Math.floor(results / 1000)}k` : String(results);
	return {
		text: [count, look ? '!' : ''].filter(Boolean).join(' '),
		title: words('ext_title', { path, facts: parts.join(', ') }),
		colour: look ? CAUTION : INK,
	};
}
