import type { Spot } from '../host.ts';

export const klausSpots: readonly Spot[] = [{ selector: 'header:has(>.breadcrumbs)', position: 'after' }];
