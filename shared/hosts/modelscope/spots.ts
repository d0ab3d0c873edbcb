import type { Spot } from '../host.ts';

/** Its classes are made anew with each version of the site: the first heading, else the panel floats. */
export const modelscopeSpots: readonly Spot[] = [{ selector: '#root h1', position: 'after' }];
