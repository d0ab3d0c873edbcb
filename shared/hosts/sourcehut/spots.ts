import type { Spot } from '../host.ts';

export const sourcehutSpots: readonly Spot[] = [{ selector: '.header-extension', position: 'after' }];
