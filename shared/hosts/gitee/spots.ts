import type { Spot } from '../host.ts';

export const giteeSpots: readonly Spot[] = [
	{ selector: '.git-project-header', position: 'after' },
	{ selector: '#git-project-content', position: 'before' },
];
