import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { mayCarryResults } from '../../shared/hosts/may-carry-results.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { diagnoseUrl } from '../diagnose/url.ts';
import { patternOf } from '../site-pattern.ts';
import { Grant } from './grant.tsx';
import { LookFor } from './look-for.tsx';
import { Repository } from './repository.tsx';
import { type PopupTab, popupTab } from './tab.ts';

type State =
	| { readonly type: 'looking' | 'failed' }
	| { readonly type: 'elsewhere'; readonly tab: PopupTab | undefined }
	| { readonly type: 'locked' | 'allowed'; readonly tab: PopupTab & Required<Pick<PopupTab, 'page'>> };

/** This page in short, outside of the page, where the page cannot fake it. */
export function Popup() {
	const words = useWords();
	const [state, setState] = useState<State>({ type: 'looking' });
	useEffect(() => {
		stateOfTab().then(setState, () => setState({ type: 'failed' }));
	}, []);
	return (
		<main class="em popup">
			<header>
				<Icon name="mark" />
				<h1>{words('extName')}</h1>
				<Button look="quiet" icon="gear" label={words('popup_settings')} onClick={() => void openSettings()} />
			</header>
			<Body state={state} allowed={(tab) => setState({ type: 'allowed', tab })} />
			<footer>
				<a href={diagnoseUrl('tab' in state ? state.tab?.id : undefined)} target="_blank" rel="noreferrer">
					{words('diagnose_title')}
				</a>
			</footer>
		</main>
	);
}

function Body({ state, allowed }: { state: State; allowed: (tab: Extract<State, { type: 'allowed' | 'locked' }>['tab']) => void }) {
	const words = useWords();
	switch (state.type) {
		case 'looking':
			return (
				<p class="popup__part muted" role="status">
					{words('popup_looking')}
				</p>
			);
		case 'elsewhere':
			return (
				<>
					<p class="popup__part">{words('popup_elsewhere')}</p>
					{state.tab && <LookFor tab={state.tab} found={(page) => state.tab && allowed({ ...state.tab, page })} />}
				</>
			);
		case 'failed':
			return (
				<Notice icon="failed" tone="caution">
					<p>
						<strong>{words('popup_failed')}</strong> {words('popup_failed_more')}
					</p>
				</Notice>
			);
		case 'locked':
			return <Grant page={state.tab.page} granted={() => allowed(state.tab)} />;
		case 'allowed':
			return <Repository tab={state.tab} page={state.tab.page} listed={mayCarryResults(state.tab.page)} />;
	}
}

async function stateOfTab(): Promise<State> {
	const tab = await popupTab(location.search);
	const page = tab?.page;
	if (!page) return { type: 'elsewhere', tab };
	const may = await browser.permissions.contains({ origins: [patternOf(page.origin)] });
	return { type: may ? 'allowed' : 'locked', tab: { ...tab, page } };
}

async function openSettings(): Promise<void> {
	await browser.runtime.openOptionsPage();
	window.close();
}
