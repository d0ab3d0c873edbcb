import type { Spot } from '../host.ts';

/** Below the project's own header, or above whatever a page shows. */
export const gitlabSpots: readonly Spot[] = [
	{ selector: '.project-home-panel', position: 'after' },
	{ selector: '#content-body', position: 'prepend' },
];
