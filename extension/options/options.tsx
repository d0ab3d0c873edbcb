import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Message } from '../../shared/protocol/message.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { diskStore } from '../background/store.ts';
import { diagnoseUrl } from '../diagnose/url.ts';
import { type Settings, storedSettings, storeSettings } from '../settings.ts';
import { PrivateRepositories } from './access.tsx';
import { Cache } from './cache.tsx';
import { Keys } from './keys.tsx';
import { Memory } from './memory.tsx';
import { OnPages } from './on-pages.tsx';
import { Sites } from './sites.tsx';
import { Transfer } from './transfer.tsx';

const store = diskStore();

const SECTIONS = ['sites', 'private', 'keys', 'pages', 'memory', 'cache', 'transfer', 'about'] as const;

/** One page. Nothing is saved by a button: every change holds at once and says so. */
export function Options({ version }: { version: string }) {
	const words = useWords();
	const [settings, setSettings] = useState<Settings>();
	useEffect(() => {
		void storedSettings(store).then(setSettings);
	}, []);
	const change = (wanted: Settings) => {
		setSettings(wanted);
		void storeSettings(store, wanted, Date.now()).then(() => browser.runtime.sendMessage({ type: 'settings' } satisfies Message));
	};
	return (
		<div class="em options">
			<nav aria-label={words('options_sections')}>
				<span class="brand">
					<Icon name="mark" />
					{words('extName')}
				</span>
				{SECTIONS.map((section) => (
					<a key={section} href={`#${section}`}>
						{words(`options_${section}`)}
					</a>
				))}
			</nav>
			<main>
				<h1 class="sr">{words('options_title')}</h1>
				<Sites />
				<PrivateRepositories />
				<Keys />
				{settings && <OnPages settings={settings} change={change} />}
				{settings && <Memory settings={settings} change={change} />}
				<Cache />
				{settings && <Transfer settings={settings} change={change} />}
				<section class="set" id="about" aria-labelledby="h-about">
					<h2 id="h-about">{words('options_about')}</h2>
					<p>{words('options_about_more')}</p>
					<p>{words('options_version', { version })}</p>
					<p>
						<a href={diagnoseUrl()} target="_blank" rel="noreferrer">
							{words('diagnose_title')}
						</a>{' '}
						<span class="muted">{words('options_diagnose_more')}</span>
					</p>
				</section>
			</main>
		</div>
	);
}
