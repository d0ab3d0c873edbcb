import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { recognise } from '../../shared/hosts/pages.ts';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import type { Message, ProbeAnswer } from '../../shared/protocol/message.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { patternOf } from '../site-pattern.ts';
import type { PopupTab } from './tab.ts';

/** A page that names no repository: nothing is asked of its site unless the user presses this. */
export function LookFor({ tab, found }: { tab: PopupTab; found: (page: RepoPage) => void }) {
	const words = useWords();
	const [said, setSaid] = useState<'popup_looking_for' | 'popup_not_found' | 'popup_refused'>();
	const { facts } = tab;
	if (!facts || !/^https?:/.test(facts.url)) return null;
	const { origin, hostname } = new URL(facts.url);
	const look = () => {
		// Nothing may be awaited before this: the browsers want it to follow from the click itself.
		browser.permissions.request({ origins: [patternOf(origin)] }).then(
			async (yes) => {
				if (!yes) return setSaid('popup_refused');
				setSaid('popup_looking_for');
				const answer: ProbeAnswer = await browser.runtime.sendMessage({ type: 'probe', url: facts.url, tab: tab.id } satisfies Message);
				const page = answer && recognise({ ...facts, links: [...facts.links, { rel: 'vcs-git', href: answer.clone }] });
				if (!page) return setSaid('popup_not_found');
				const func = (clone: string) => {
					globalThis.evalmarkClone = clone;
				};
				await browser.scripting.executeScript({ target: { tabId: tab.id }, func, args: [answer.clone] });
				// Who looked for it wants to see it there, too.
				await browser.runtime.sendMessage({ type: 'read', tab: tab.id } satisfies Message);
				found(page);
			},
			() => setSaid('popup_refused'),
		);
	};
	return (
		<div class="popup__part">
			<div class="row">
				<Button onClick={look} disabled={said === 'popup_looking_for'}>
					{words('popup_look_for')}
				</Button>
			</div>
			<p class="muted">{words('popup_look_for_more', { site: hostname })}</p>
			<p role="status">{said && words(said, { site: hostname })}</p>
		</div>
	);
}
