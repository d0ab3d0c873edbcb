import type { Spot } from '../host.ts';

/** Below the repository's header; where a newer page has none, above the README. */
export const githubSpots: readonly Spot[] = [
	{ selector: '#repository-container-header', position: 'after' },
	{ selector: 'article.markdown-body', position: 'before' },
];
