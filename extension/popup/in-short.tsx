import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import type { ExportAnswer, Message, News } from '../../shared/protocol/message.ts';
import type { Report } from '../../shared/report/report.ts';
import { summary } from '../../shared/report/summary.ts';
import { Button } from '../../shared/ui/button.tsx';
import { definedText, ownBenchmarks } from '../../shared/ui/facts.ts';
import { GoneNotice } from '../../shared/ui/gone-notice.tsx';
import { NoResults } from '../../shared/ui/no-results.tsx';
import { ProblemList } from '../../shared/ui/problem-list.tsx';
import { Tally } from '../../shared/ui/tally.tsx';
import { WhereRead } from '../../shared/ui/where-read.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { saveText } from '../content/save-text.ts';
import { exportName } from '../export-name.ts';
import { patternOf } from '../site-pattern.ts';
import { NeedsLook } from './needs-look.tsx';
import type { PopupTab } from './tab.ts';
import { Verdicts } from './verdicts.tsx';

interface Props {
	readonly news: News;
	readonly report: Report;
	readonly page: RepoPage;
	readonly tab: PopupTab;
	readonly again: () => void;
}

/** What is known of the repository: what needs a look, how many results of which kind, what could not be read, and where all of it is. */
export function InShort({ news, report, page, tab, again }: Props) {
	const words = useWords();
	const [said, setSaid] = useState('');
	const counts = summary(report);
	const problems = news.earlier && !news.reading ? news.problems : report.problems;
	const own = ownBenchmarks(report);
	/** What the site keeps elsewhere and may not be read. */
	const refused = problems.flatMap(({ code, params }) => (code === 'permission-missing' ? `${params.origin}` : []));
	const elsewhere = [...new Set(refused)].filter((origin) => origin !== page.origin && URL.canParse(origin));

	const save = async () => {
		const answer: ExportAnswer = await chrome.runtime.sendMessage({ type: 'export', page, tab: tab.id } satisfies Message);
		if (!answer) return setSaid(words('popup_export_nothing'));
		const file = exportName(page.path);
		saveText(answer.text, file);
		setSaid(words('popup_export_done', { file }));
	};
	const view = async () => {
		await chrome.runtime.sendMessage({ type: 'view', page } satisfies Message);
		window.close();
	};
	return (
		<>
			{news.earlier && !news.reading && <p class="muted">{words('popup_earlier')}</p>}
			<NeedsLook report={report} />
			<GoneNotice report={report} now={Date.now()} />
			{counts.results > 0 && (
				<p class="muted popup__count">
					{words.plural('results', counts.results)} {words.plural('popup_benchmarks', counts.benchmarks)}
				</p>
			)}
			<Tally summary={{ ...counts, needsLook: 0 }} />
			<Verdicts report={report} />
			{own.length > 0 && <p>{definedText(words, own)}</p>}
			{counts.results === 0 && own.length === 0 && report.state === 'complete' && problems.length === 0 && <NoResults report={report} />}
			<ProblemList report={{ ...report, problems }} now={Date.now()} actions={{ retry: again }} />
			{elsewhere.map((site) => (
				<Button key={site} onClick={() => void browser.permissions.request({ origins: [patternOf(site)] }).then((yes) => yes && again())}>
					{words('options_allow_site', { site: new URL(site).host })}
				</Button>
			))}
			<div class="popup__where">
				<WhereRead report={report} now={Date.now()} />
			</div>
			{/* Over a private window Chromium runs the popup outside of it: both would stay in the history. The panel on the page exports. */}
			{report.state === 'complete' && !tab.private && (
				<div class="row">
					<Button icon="download" onClick={() => void save()}>
						{words('ui_export')}
					</Button>
					<Button icon="open" onClick={() => void view()}>
						{words('ui_open_viewer')}
					</Button>
				</div>
			)}
			<p class="muted" role="status">
				{said}
			</p>
		</>
	);
}
