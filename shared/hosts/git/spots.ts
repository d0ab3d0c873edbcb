import type { Spot } from '../host.ts';

/** Where the panel goes on pages of servers that are known by nothing but what their pages name: the demo hub, any other. */
export const gitSpots: readonly Spot[] = [
	{ selector: 'header.repository-header', position: 'after' },
	{ selector: 'h1', position: 'after' },
];
