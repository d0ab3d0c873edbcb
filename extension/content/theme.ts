/** The hosts' own switches between light and dark, on the root element or the body. */
const SWITCHES = ['data-theme', 'data-color-mode', 'data-color-scheme', 'data-bs-theme', 'class'];

/** The page's own choice of theme, `undefined` where it follows the system. */
function themeOf(page: Document): 'light' | 'dark' | undefined {
	for (const element of [page.documentElement, page.body]) {
		for (const name of SWITCHES) {
			const word = /(?:^|[\s_-])(light|dark)(?:$|[\s_-])/.exec(element?.getAttribute(name) ?? '')?.[1];
			if (word === 'light' || word === 'dark') return word;
		}
	}
	const declared = getComputedStyle(page.documentElement).colorScheme.trim();
	return declared === 'light' || declared === 'dark' ? declared : undefined;
}

/** Keeps `data-theme` of an element at the page's own theme, until the signal aborts. `silence`: what a page has that says nothing, where it does not follow the system. */
export function followTheme(element: HTMLElement, signal: AbortSignal, silence?: 'light'): void {
	const apply = () => {
		const theme = themeOf(document) ?? silence;
		if (theme) element.dataset.theme = theme;
		else delete element.dataset.theme;
	};
	const watcher = new MutationObserver(apply);
	for (const place of [document.documentElement, document.body]) watcher.observe(place, { attributes: true, attributeFilter: SWITCHES });
	signal.addEventListener('abort', () => watcher.disconnect(), { once: true });
	apply();
}
