import browser from 'webextension-polyfill';
import type { DiagnoseAnswer, Message } from '../../shared/protocol/message.ts';
import { diskStore } from '../background/store.ts';
import { popupTab } from '../popup/tab.ts';
import { storedSettings } from '../settings.ts';
import { patternOf } from '../site-pattern.ts';
import type { Diagnosis } from './diagnosis.ts';
import { whatRan } from './what-ran.ts';

/** All that can be known of the tab that `search` names (`?tab=7`) without a request; the news come after. */
export async function gather(search: string, version: string): Promise<{ readonly diagnosis: Diagnosis; readonly tabId?: number }> {
	const [settings, { origins = [] }] = await Promise.all([storedSettings(diskStore()), browser.permissions.getAll()]);
	// Without a tab it would be this page's own.
	const named = new URLSearchParams(search).has('tab') ? await popupTab(search).catch(() => undefined) : undefined;
	const page = named?.page;
	const granted = page && (await browser.permissions.contains({ origins: [patternOf(page.origin)] }));
	const ran = named && (await whatRan(named.id, page?.host));
	// What private windows did is not noted, and not asked for.
	const about = named?.private ? undefined : await asked({ type: 'diagnose', ...(page && { page }) });
	const tab = named && {
		private: named.private,
		...(page && { page }),
		...(granted === undefined ? {} : { granted }),
		...(ran && { ran }),
	};
	const diagnosis = {
		version,
		agent: navigator.userAgent,
		settings,
		sites: [...origins].sort(),
		...(tab && { tab }),
		...(about && { background: about }),
	};
	return { diagnosis, ...(named && { tabId: named.id }) };
}

const asked = (message: Message): Promise<DiagnoseAnswer | undefined> =>
	browser.runtime.sendMessage(message).catch(() => undefined) as Promise<DiagnoseAnswer | undefined>; // only our background answers
