import type { Spot } from '../host.ts';

export const cgitSpots: readonly Spot[] = [{ selector: '#cgit table.tabs', position: 'after' }];
