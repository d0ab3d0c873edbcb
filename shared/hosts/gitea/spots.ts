import type { Spot } from '../host.ts';

export const giteaSpots: readonly Spot[] = [{ selector: '.repo-header', position: 'after' }];
