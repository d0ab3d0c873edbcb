import { useEffect, useRef, useState } from 'preact/hooks';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import type { Message, News } from '../../shared/protocol/message.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { type Following, follow } from '../content/follow.ts';
import { InShort } from './in-short.tsx';
import { PageName } from './page-name.tsx';
import type { PopupTab } from './tab.ts';

interface Props {
	readonly tab: PopupTab;
	readonly page: RepoPage;
	/** The page lists what Evalmark reads, so that reading it needs no click. */
	readonly listed: boolean;
}

/** A repository that may be read. Follows it as the panel does; unlisted ones are only read when the user says so. */
export function Repository({ tab, page, listed }: Props) {
	const words = useWords();
	const [start, setStart] = useState(listed);
	const [news, setNews] = useState<News>();
	const [lost, setLost] = useState(false);
	const following = useRef<Following | undefined>(undefined);
	useEffect(() => {
		const closed = new AbortController();
		const options = { start, tab: tab.id, news: setNews, gone: () => setLost(true) };
		following.current = follow(chrome.runtime, page, options, closed.signal);
		return () => closed.abort();
	}, [start]);

	const readAnyway = () => {
		setStart(true);
		void chrome.runtime.sendMessage({ type: 'read', tab: tab.id } satisfies Message);
	};
	const site = new URL(page.origin).hostname;
	return (
		<>
			{lost && (
				<Notice icon="failed" tone="caution">
					<p>
						<strong>{words('popup_failed')}</strong> {words('popup_failed_more')}
					</p>
				</Notice>
			)}
			<div class="popup__part">
				<PageName origin={page.origin} path={page.path} />
				<p class="muted" role="status">
					{(!news || news.reading) && words(news?.earlier ? 'popup_reading_again' : 'popup_reading')}
				</p>
				{news?.report && <InShort news={news} report={news.report} page={page} tab={tab} again={() => following.current?.again()} />}
				{news && !news.report && !news.reading && !start && (
					<>
						<p>
							{words('popup_unread')} <span class="muted">{words('popup_unread_more', { site })}</span>
						</p>
						<div class="row">
							<Button onClick={readAnyway}>{words('popup_read_anyway')}</Button>
						</div>
					</>
				)}
			</div>
		</>
	);
}
