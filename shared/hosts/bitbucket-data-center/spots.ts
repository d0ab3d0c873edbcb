import type { Spot } from '../host.ts';

/** Below the bar with the branch, or the header of a pull request. */
export const bitbucketServerSpots: readonly Spot[] = [
	{ selector: '#pull-requests-container>header', position: 'after' },
	{ selector: '.branch-selector-toolbar', position: 'after' },
];
