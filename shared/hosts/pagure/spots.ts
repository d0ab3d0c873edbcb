import type { Spot } from '../host.ts';

export const pagureSpots: readonly Spot[] = [{ selector: '.bodycontent>.bg-light', position: 'after' }];
