import type { Spot } from '../host.ts';

export const gitwebSpots: readonly Spot[] = [{ selector: 'div.page_header', position: 'after' }];
