import type { Placed, Spots } from './placed.ts';
import { PANEL_ELEMENT, reserve } from './reserve.ts';

export interface Place {
	readonly host: HTMLElement;
	/** No place was found on the page: the panel floats. */
	readonly floats: () => boolean;
}

const BESIDE = {
	after: 'nextElementSibling',
	before: 'previousElementSibling',
	prepend: 'firstElementChild',
	append: 'lastElementChild',
} as const;

/** Whether it stands where this host's pages have it: a site may run several hosts, and the stub kept the place of another one. */
function isAt(host: HTMLElement, spots: Spots): boolean {
	for (const [selector, position] of spots) {
		const anchor = document.querySelector(selector);
		if (anchor) return anchor[BESIDE[position]] === host;
	}
	return true;
}

/**
 * Keeps the panel's element on the page until the signal aborts: a page that draws itself anew throws out what it does not know.
 * Without a place beside the repository's header the element goes to the end of the body. `moved` is called when it was put back.
 */
export function keepPlace(placed: Placed, spots: Spots, moved: () => void, gone: AbortSignal): Place {
	// Those of an earlier life of the extension have nobody behind them any more.
	for (const old of document.querySelectorAll(PANEL_ELEMENT)) if (old !== placed.host) old.remove();
	if (placed.host && !isAt(placed.host, spots)) {
		placed.host.remove();
		placed.host = undefined;
	}
	const low = placed.wanted || placed.unlisted;
	const host = placed.host ?? reserve(spots, !low) ?? document.createElement(PANEL_ELEMENT);
	placed.host = host;
	// On a page that lists nothing there may be nothing to show: then nothing of it may move.
	if (low) host.style.minHeight = '0';
	let floating = false;
	let frame = 0;

	const keep = () => {
		frame = 0;
		if (host.isConnected || gone.aborted) return;
		const at = reserve(spots, !low);
		if (at) at.replaceWith(host);
		else document.body.append(host);
		host.style.minHeight = at && !low ? '36px' : '0';
		floating = !at;
	};
	const watcher = new MutationObserver(() => {
		if (host.isConnected) return;
		frame ||= requestAnimationFrame(() => {
			keep();
			moved();
		});
	});
	watcher.observe(document, { childList: true, subtree: true });
	gone.addEventListener(
		'abort',
		() => {
			watcher.disconnect();
			cancelAnimationFrame(frame);
			host.remove();
		},
		{ once: true },
	);
	keep();
	return { host, floats: () => floating };
}
