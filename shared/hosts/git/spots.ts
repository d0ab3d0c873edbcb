import type { Anchor } from '../host.ts';

/** Where the panel goes on pages of git hosts that are found by their marks, the most telling place first. */
export const gitSpots: readonly Pick<Anchor, 'selector' | 'position'>[] = [
	{ selector: 'header.repository-header', position: 'after' },
	{ selector: '#cgit table.tabs', position: 'after' },
	{ selector: 'div.page_header', position: 'after' },
	{ selector: 'header:has(> .breadcrumbs)', position: 'after' },
	{ selector: 'h1', position: 'after' },
];
