import browser, { type Runtime } from 'webextension-polyfill';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';

const OWN = browser.runtime.getURL('');

/** A page of this extension: popup, options, viewer. */
export const fromExtension = (sender: Runtime.MessageSender | undefined): boolean => sender?.url?.startsWith(OWN) ?? false;

/** A content script on a page of the repository's own origin: no page can speak of another site's repository. */
export function fromPageOf(page: RepoPage, sender: Runtime.MessageSender | undefined): boolean {
	if (sender?.tab === undefined || sender.url === undefined || !URL.canParse(sender.url)) return false;
	return new URL(sender.url).origin === page.origin;
}
