import type { Spot } from '../host.ts';

export const gogsSpots: readonly Spot[] = [{ selector: '.header-wrapper', position: 'after' }];
