import type { Spot } from '../host.ts';

/** Below the header of a pull request, or of the files. */
export const azureSpots: readonly Spot[] = [
	{ selector: '.repos-pr-header', position: 'after' },
	{ selector: '.repos-files-header-commandbar', position: 'after' },
];
