import { useEffect, useState } from 'preact/hooks';
import type { Recorded } from '../../shared/protocol/message.ts';
import { CopyText } from '../../shared/ui/copy-text.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { follow } from '../content/follow.ts';
import { bare, type Diagnosis, linesOf, outcomeOf, textOf } from './diagnosis.ts';
import { gather } from './gather.ts';

/** What Evalmark did on a tab's page, step by step, for who wants to find a fault. Looking causes no request. */
export function Diagnose({ search, version }: { search: string; version: string }) {
	const words = useWords();
	const [diagnosis, setDiagnosis] = useState<Diagnosis>();
	useEffect(() => {
		const closed = new AbortController();
		void gather(search, version).then(({ diagnosis: found, tabId }) => {
			setDiagnosis(found);
			const page = found.tab?.page;
			if (!page || tabId === undefined) return;
			const options = { start: false, tab: tabId, gone: () => undefined };
			follow(chrome.runtime, page, { ...options, news: (news) => setDiagnosis({ ...found, news }) }, closed.signal);
		});
		return () => closed.abort();
	}, []);
	if (!diagnosis) return <main class="em diagnose">{words('popup_looking')}</main>;
	const now = Date.now();
	const requests = diagnosis.background?.requests ?? [];
	return (
		<main class="em diagnose">
			<h1>{words('diagnose_title')}</h1>
			<p class="muted">{words('diagnose_more')}</p>
			<dl class="lines">
				{linesOf(diagnosis, words, now).map(({ label, text }, index) => (
					<div key={index}>
						<dt>{label}</dt>
						<dd>
							<bdi>{text}</bdi>
						</dd>
					</div>
				))}
			</dl>
			<h2>{words('diagnose_requests')}</h2>
			<p class="muted">{words(diagnosis.tab?.private ? 'diagnose_requests_private' : 'diagnose_requests_more')}</p>
			{requests.length === 0 ? <p>{words('diagnose_no_requests')}</p> : <Requests requests={requests} now={now} />}
			<h2>{words('diagnose_copy_title')}</h2>
			<p class="muted">{words('diagnose_copy_more')}</p>
			<CopyText text={textOf(diagnosis, words, now)} label={words('diagnose_copy_title')} copy={words('diagnose_copy')} />
		</main>
	);
}

function Requests({ requests, now }: { requests: readonly Recorded[]; now: number }) {
	const words = useWords();
	const head = ['diagnose_when', 'diagnose_request', 'diagnose_outcome', 'diagnose_bytes', 'diagnose_ms'] as const;
	return (
		// Wider than a narrow window: it scrolls by itself, also by the keyboard.
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
		<section class="requests" tabIndex={0} aria-label={words('diagnose_requests')}>
			<table>
				<thead>
					<tr>
						{head.map((key) => (
							<th key={key} scope="col">
								{words(key)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{requests.toReversed().map((one, index) => (
						<tr key={index}>
							<td>{words.time(one.at, now)}</td>
							<td class="code">
								<bdi>{`${one.method} ${bare(one.url)}`}</bdi>
							</td>
							<td>{outcomeOf(one, words)}</td>
							<td>{words.number(one.bytes)}</td>
							<td>{one.ms === undefined ? '' : words.number(Math.round(one.ms))}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
