const GAP = 4;
const EDGE = 8;

/**
 * Puts a floating card (position: fixed, in the top layer) at its anchor: below, or above where there is no room; kept within the window.
 * By script and not by CSS anchors, so that it is the same in both browsers and inside a shadow root.
 */
export function place(card: HTMLElement, anchor: Element): void {
	const at = anchor.getBoundingClientRect();
	const { width, height } = card.getBoundingClientRect();
	const { clientWidth, clientHeight } = document.documentElement;
	const below = at.bottom + GAP + height <= clientHeight - EDGE || at.top < height + GAP + EDGE;
	const start = getComputedStyle(anchor).direction === 'rtl' ? at.right - width : at.left;
	card.style.top = `${below ? at.bottom + GAP : at.top - GAP - height}px`;
	card.style.left = `${Math.max(EDGE, Math.min(start, clientWidth - EDGE - width))}px`;
}
