import type { Spots } from './placed.ts';

/** The panel's element. */
export const PANEL_ELEMENT = 'evalmark-panel';

/** Puts the panel's element at the first of the spots that this page has, as high as the closed panel where there will surely be one. `undefined` where it has none. */
export function reserve(spots: Spots, high: unknown): HTMLElement | undefined {
	for (const [selector, position] of spots) {
		const anchor = document.querySelector(selector);
		if (!anchor) continue;
		const host = document.createElement(PANEL_ELEMENT);
		// By the object model and not by an attribute, which a page's policy can refuse.
		host.style.cssText = `display:block;min-height:${high ? 36 : 0}px`;
		anchor[position](host);
		return host;
	}
	return undefined;
}
