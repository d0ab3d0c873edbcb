import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { patternsFor } from '../patterns-for.ts';
import { PageName } from './page-name.tsx';

/** The page is a repository and its site is not granted: the one button that asks for it. */
export function Grant({ page, granted }: { page: RepoPage; granted: () => void }) {
	const words = useWords();
	const [refused, setRefused] = useState(false);
	const site = new URL(page.origin).hostname;
	const ask = () => {
		// Nothing may be awaited before this: the browsers want it to follow from the click itself.
		browser.permissions.request({ origins: [...patternsFor(page.origin)] }).then(
			(yes) => (yes ? granted() : setRefused(true)),
			() => setRefused(true),
		);
	};
	return (
		<div class="popup__part">
			<PageName origin={page.origin} path={page.path} />
			<p>
				<strong>{words('popup_locked', { site })}</strong> {words('popup_locked_more')}
			</p>
			<div class="row">
				<Button look="main" onClick={ask}>
					{words('popup_grant')}
				</Button>
			</div>
			<p role="status">{refused && words('popup_refused')}</p>
		</div>
	);
}
