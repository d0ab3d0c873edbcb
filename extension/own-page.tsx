import '../shared/ui/tokens.css';
import '../shared/ui/components.css';
import '../shared/ui/panel.css';
import '../shared/ui/parts.css';
import { type ComponentChild, render } from 'preact';
import browser from 'webextension-polyfill';
import { type Words, words } from '../shared/messages/words.ts';
import { WordsContext } from '../shared/ui/words-context.ts';

/** The words of the browser's language. */
export const say: Words = words((key) => browser.i18n.getMessage(key), browser.i18n.getUILanguage());

/** Draws one of the extension's own pages. */
export function drawPage(page: ComponentChild): void {
	document.documentElement.lang = browser.i18n.getUILanguage();
	document.documentElement.dir = say('ui_dir');
	render(<WordsContext.Provider value={say}>{page}</WordsContext.Provider>, document.body);
}
