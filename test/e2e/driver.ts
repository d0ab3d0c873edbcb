/** What a scenario may do with a browser that has the extension. Both browsers answer to it, so that each scenario is written once. */
export interface Driver {
	readonly name: 'chromium' | 'firefox';
	/** Opens a tab in front. It is closed by `reset`. */
	open(url: string): Promise<Tab>;
	/** Address of one of the extension's own pages: `extension/popup/index.html`. */
	extensionUrl(path: string): string;
	/** Lets the extension's own request for this origin be granted when it comes. */
	allow(pattern: string): Promise<void>;
	/** Gives the extension the right to read an origin, or takes it away, as the browser's own extension page does. */
	grant(pattern: string): Promise<void>;
	revoke(pattern: string): Promise<void>;
	/** Stops the background and resolves when it no longer runs. */
	killBackground(): Promise<void>;
	isBackgroundRunning(): Promise<boolean>;
	/** The tab whose address contains this text, as soon as there is one: for tabs that the extension opened. */
	tabAt(text: string): Promise<Tab>;
	/** Presses the toolbar button over the tab that shows `url`: from then on the extension may look at that one page. Answers the tab's id. */
	pressToolbarButton(url: string): Promise<number>;
	/** Where downloads go. Emptied by `reset`. */
	readonly downloads: string;
	/** Text and title of the toolbar button for the tab that shows `url`. */
	toolbar(url: string): Promise<{ text: string; title: string }>;
	/** Runs in one of the extension's own pages, with its API at hand. */
	inExtension<A extends readonly Plain[], R>(body: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
	colorScheme(scheme: 'light' | 'dark'): Promise<void>;
	/** Closes every tab, forgets everything that the extension stored, and gives no permission. */
	reset(): Promise<void>;
	close(): Promise<void>;
}

/** Hosts that a browser is to find on the loopback under their own names, see `TlsFront`. */
export interface Hosts {
	readonly port: number;
	/** PEM. */
	readonly authority: string;
}

/** What goes into a page and comes back: JSON. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [name: string]: Plain };

/** Keys by their name in `KeyboardEvent.key`. */
export type Key = 'Tab' | 'Enter' | 'Escape' | ' ' | 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** CSS selector; ` >>> ` goes into the open shadow root of what stands before it. */
export type Deep = string;

export interface Tab {
	/** Resolves when the page has loaded. */
	goto(url: string): Promise<void>;
	reload(): Promise<void>;
	evaluate<A extends readonly Plain[], R>(body: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
	/** Clicks the first match (with this text in it) as a person would; waits until it is there. */
	click(target: Deep, text?: string): Promise<void>;
	/** Text that a person would see there, `''` where there is no such element. */
	text(target: Deep): Promise<string>;
	texts(target: Deep): Promise<string[]>;
	count(target: Deep): Promise<number>;
	focus(target: Deep): Promise<void>;
	press(...keys: (Key | 'Shift+Tab')[]): Promise<void>;
	type(text: string): Promise<void>;
	/** Puts a file into an `<input type=file>`. */
	setFile(target: Deep, file: string): Promise<void>;
	/** What axe finds against WCAG 2.2 AA at and below the element (or in the whole page), one line each; fails when it checked nothing. */
	axe(target?: string): Promise<string[]>;
	screenshot(file: string): Promise<void>;
	/** Opens the browser's menu over the first match, a link, and chooses the extension's item of that title. */
	chooseFromMenu(target: Deep, title: string): Promise<void>;
	/** Draws the page as on that medium. */
	medium(medium: 'print' | 'screen'): Promise<void>;
	resize(width: number, height: number): Promise<void>;
	close(): Promise<void>;
}

const PATIENCE = 15_000;

/**
 * Asks again until the answer is no longer `undefined`, `false`, `''` or an error, and gives it back.
 * @throws Error with the question and the last answer after 15 s
 */
export async function until<T>(
	question: string,
	ask: () => Promise<T> | T,
	patience = PATIENCE,
): Promise<Exclude<T, undefined | false | null | ''>> {
	const end = performance.now() + patience;
	let last: unknown;
	while (performance.now() < end) {
		try {
			const answer = await ask();
			last = answer;
			// Excluded one by one: 0 is an answer.
			if (answer !== undefined && answer !== false && answer !== null && answer !== '')
				return answer as Exclude<T, undefined | false | null | ''>;
		} catch (error) {
			last = error;
		}
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
	throw new Error(
		`waited ${patience} ms in vain: ${question}; last answer: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
	);
}

/** Runs in the page: every match of a deep selector, in order. Self-contained, because it travels as text. */
export function findDeep(target: string): Element[] {
	let roots: (Document | ShadowRoot)[] = [document];
	let found: Element[] = [];
	for (const selector of target.split(' >>> ')) {
		found = roots.flatMap((root) => [...root.querySelectorAll(selector)]);
		roots = found.flatMap((element) => (element.shadowRoot ? [element.shadowRoot] : []));
	}
	return found;
}
