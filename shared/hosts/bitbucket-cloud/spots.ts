import type { Spot } from '../host.ts';

/** Below the page's header, or that of a pull request. */
export const bitbucketCloudSpots: readonly Spot[] = [
	{ selector: '[data-testid="pr-header"]', position: 'after' },
	{ selector: 'header[data-qa="page-header-wrapper"]', position: 'after' },
];
