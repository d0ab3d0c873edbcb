import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { hosts } from '../../shared/hosts/registry.ts';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import type { News } from '../../shared/protocol/message.ts';
import { allParts } from '../../shared/ui/all-parts.ts';
import { hasSomethingToSay } from '../../shared/ui/facts.ts';
import { Link } from '../../shared/ui/link.tsx';
import { NoResults } from '../../shared/ui/no-results.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { type Following, follow } from '../content/follow.ts';
import { citingOf, openViewer, saveExport } from '../content/panel-actions.ts';
import { Grant } from '../popup/grant.tsx';
import { PageName } from '../popup/page-name.tsx';
import { patternOf } from '../site-pattern.ts';

/** What stands behind the scores of the repository that a link leads to, read without going there. */
export function Look({ address }: { address: string }) {
	const words = useWords();
	const page = hosts.flatMap(({ fromAddress }) => fromAddress?.(address) ?? [])[0];
	const [granted, setGranted] = useState<boolean>();
	useEffect(() => {
		if (page) void browser.permissions.contains({ origins: [patternOf(page.origin)] }).then(setGranted);
	}, []);
	return (
		<main class="em look-page">
			<h1>{words('menu_look')}</h1>
			{!page && (
				<p>
					{words('look_elsewhere')} <bdi class="code">{address.slice(0, 300)}</bdi>
				</p>
			)}
			{page && granted === false && <Grant page={page} granted={() => setGranted(true)} />}
			{page && granted && <Read page={page} />}
		</main>
	);
}

function Read({ page }: { page: RepoPage }) {
	const words = useWords();
	const [news, setNews] = useState<News>();
	const [lost, setLost] = useState(false);
	const [open, setOpen] = useState(true);
	const following = useRef<Following | undefined>(undefined);
	useEffect(() => {
		const closed = new AbortController();
		following.current = follow(chrome.runtime, page, { start: true, news: setNews, gone: () => setLost(true) }, closed.signal);
		return () => closed.abort();
	}, []);
	const report = news?.report;
	const nothing = report?.state === 'complete' && !hasSomethingToSay(report);
	return (
		<>
			<PageName origin={page.origin} path={page.path} />
			<p>
				<Link to={page.url}>{words('look_page')}</Link>
			</p>
			{nothing && <NoResults report={report} />}
			<Panel
				report={report}
				state={report ? 'ready' : 'loading'}
				open={open}
				onToggle={() => setOpen(!open)}
				actions={{
					retry: () => following.current?.again(),
					exportReport: () => void saveExport(page),
					openViewer: () => void openViewer(page),
					citing: citingOf(page),
				}}
				parts={allParts}
				now={Date.now()}
				connection={lost ? 'lost' : undefined}
			/>
		</>
	);
}
