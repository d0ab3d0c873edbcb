import { useEffect, useMemo, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { hosts } from '../../shared/hosts/registry.ts';
import { allParts } from '../../shared/ui/all-parts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { patternOf } from '../site-pattern.ts';
import { exampleReport } from './example.ts';

const SENTENCES = ['welcome_what', 'welcome_where', 'welcome_never'] as const;
/** Granted by installing; where a browser leaves that to the user, the button asks. */
const HOME = hosts[0]?.sites[0] ?? '';

/** What Evalmark does, what green will mean, and an example that is read as a page is. */
export function Welcome() {
	const words = useWords();
	const report = useMemo(exampleReport, []);
	const [open, setOpen] = useState(true);
	const [granted, setGranted] = useState<boolean>();
	useEffect(() => {
		void browser.permissions.contains({ origins: [patternOf(HOME)] }).then(setGranted);
	}, []);
	const ask = () => {
		// Nothing may be awaited before this: the browsers want it to follow from the click itself.
		browser.permissions.request({ origins: [patternOf(HOME)] }).then(setGranted, () => setGranted(false));
	};
	return (
		<main class="em welcome">
			<h1>{words('welcome_title')}</h1>
			{SENTENCES.map((key) => (
				<p key={key}>{words(key)}</p>
			))}
			{granted === false && (
				<p>
					{words('welcome_locked', { site: new URL(HOME).host })}{' '}
					<Button look="main" onClick={ask}>
						{words('popup_grant')}
					</Button>
				</p>
			)}
			<h2>{words('welcome_example')}</h2>
			<p class="muted">{words('welcome_example_more')}</p>
			<Panel report={report} state="ready" open={open} onToggle={() => setOpen(!open)} actions={{}} parts={allParts} now={Date.now()} />
			<h2>{words('welcome_hosts')}</h2>
			<p>{words('welcome_hosts_more')}</p>
			<ul class="welcome__hosts">
				{hosts.map(({ id }) => (
					<li key={id}>{words.code('host', id)}</li>
				))}
			</ul>
			<h2>{words('welcome_green')}</h2>
			<p>{words('welcome_green_more')}</p>
			<p>
				<Button icon="gear" onClick={() => void browser.runtime.openOptionsPage()}>
					{words('popup_settings')}
				</Button>
			</p>
		</main>
	);
}
