import type { Anchor, Spot } from '../host.ts';

/** Spots with the fixture page of each, apart from them because a page pays for the spots. */
export const anchorsOf = (spots: readonly Spot[], fixtures: readonly string[]): readonly Anchor[] =>
	spots.map((spot, n) => ({ ...spot, fixture: fixtures[n] ?? '', expected: 1 }));
