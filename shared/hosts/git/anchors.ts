import type { Anchor } from '../host.ts';
import { gitSpots } from './spots.ts';

/** Apart from the spots, because a page pays for those: a test asks a browser whether each fixture page has what is expected. */
const fixtures: readonly string[] = ['hub.html', 'cgit.html', 'gitweb.html', 'klaus.html', 'plain.html'];

export const gitAnchors: readonly Anchor[] = gitSpots.map((spot, n) => ({ ...spot, fixture: fixtures[n] ?? '', expected: 1 }));
